package lyceum.application.course;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import lyceum.application.Digests;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Tag;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseQuery;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the catalogue's representations, and the tags its lists fall with.
 *
 * <p>A list over all categories falls with {@link #ANY_CATEGORY}, a list of one category with that category's tag; a change
 * invalidates the former and the categories it touches, and leaves the lists of all others alone. {@link #ALL_LISTS} is
 * every list's.
 */
public final class CourseKeys {

    public static final Tag ALL_LISTS = new Tag("courses");
    static final Tag ANY_CATEGORY = new Tag("courses:any");

    private CourseKeys() {}

    public static CacheKey course(CourseId id) {
        return new CacheKey(Kind.COURSE, id.value());
    }

    /** Equal questions, whatever the order they were written in, have one key: a hash of their canonical form. */
    public static CacheKey list(CourseQuery query) {
        var canonical = String.join(
                "\u0000",
                or(query.search()),
                or(query.category()),
                String.valueOf(query.difficulty()),
                query.sortBy().name(),
                Integer.toString(query.page()),
                Integer.toString(query.pageSize()),
                or(query.cursor()));
        var hash = HexFormat.of().formatHex(Digests.sha256(canonical), 0, 16);
        return new CacheKey(Kind.COURSES_LIST, hash, Set.of(ALL_LISTS, scope(query.category())));
    }

    /**
     * The tags of the lists that may change when one state of a course takes the place of another; null is no course. All that
     * it has been on of late are among them: whoever moved it last may have died before it could tell, and once this change
     * is told nobody asks after the one before.
     */
    static Set<Tag> touched(@Nullable Course before, @Nullable Course after) {
        var tags = new HashSet<Tag>();
        for (var course : new Course[] {before, after}) {
            if (course != null && !course.shelves().isEmpty()) {
                tags.add(ANY_CATEGORY);
                course.shelves().forEach(category -> tags.add(scope(category)));
            }
        }
        return tags;
    }

    private static Tag scope(@Nullable String category) {
        return category == null ? ANY_CATEGORY : new Tag("courses:category:" + category.toLowerCase(Locale.ROOT));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
