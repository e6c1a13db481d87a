package lyceum.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.application.course.CourseKeys;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Tag;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.SortBy;

/** What there is to read: a few courses of two categories, the list of all of them, and the list of one category. */
final class Catalogue {

    static final int COURSES = 4;

    /** Not there at first, but may be created. */
    static final int TO_COME = 3;

    /** The key of the list of that category; the one before is of all. */
    static final int ART = COURSES + 1;

    static final int KEYS = COURSES + 2;

    private static final List<CourseId> IDS =
            List.of(id("aaaa"), id("bbbb"), id("cccc"), id("dddd"));

    private static final List<CacheKey> ALL = List.of(
            CourseKeys.course(IDS.get(0)),
            CourseKeys.course(IDS.get(1)),
            CourseKeys.course(IDS.get(2)),
            CourseKeys.course(IDS.get(3)),
            CourseKeys.list(CourseQuery.firstPage(SortBy.RECENT)),
            CourseKeys.list(new CourseQuery(null, "art", null, SortBy.RECENT, 1, 12, null)));

    private static final Map<CacheKey, Integer> NUMBERS = Map.of(
            ALL.get(0), 0, ALL.get(1), 1, ALL.get(2), 2, ALL.get(3), 3, ALL.get(4), 4, ALL.get(5), 5);

    private Catalogue() {}

    private static CourseId id(String digits) {
        return new CourseId(digits.repeat(6));
    }

    /** Where a course is at first; it may be moved. */
    static boolean inArtAtFirst(int course) {
        return course < 2;
    }

    static CourseId id(int course) {
        return IDS.get(course);
    }

    /** The courses first, then the lists. */
    static CacheKey key(int number) {
        return ALL.get(number);
    }

    static int number(CacheKey key) {
        return NUMBERS.getOrDefault(key, -1);
    }

    static boolean list(int key) {
        return key >= COURSES;
    }

    /** Whether what is under the key may show the course. */
    static boolean shows(int key, int course) {
        return list(key) || key == course;
    }

    /** Tags of the lists that a change may concern: those of both categories if the course has been in both. */
    static Set<Tag> tags(boolean art, boolean both) {
        var any = new Tag("courses:any");
        return both ? Set.of(any, category(true), category(false)) : Set.of(any, category(art));
    }

    private static Tag category(boolean art) {
        return new Tag("courses:category:" + (art ? "art" : "biology"));
    }

    static String name(int key) {
        return switch (key) {
            case COURSES -> "all";
            case ART -> "art";
            default -> String.valueOf((char) ('a' + key));
        };
    }
}
