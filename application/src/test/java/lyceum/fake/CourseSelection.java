package lyceum.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lyceum.domain.course.Course;
import lyceum.domain.course.CoursePage;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseSummary;
import lyceum.domain.validation.InvalidInput;

/** The answer to one question, found by looking at every course. */
final class CourseSelection {

    /** Where a page ended. */
    record Mark(CourseQuery question, Course last) {}

    private final CourseQuery query;
    private final CourseMatch match;
    private final List<Course> found;
    private final Map<String, Mark> cursors;

    /** @param cursors those given so far */
    CourseSelection(List<Course> courses, CourseQuery query, Map<String, Mark> cursors) {
        this.query = query;
        this.match = new CourseMatch(query);
        this.cursors = cursors;
        this.found = courses.stream().filter(match::matches).sorted(order()).toList();
    }

    private Comparator<Course> order() {
        Comparator<Course> popular = comparingLong(course -> -course.popularity().enrollmentCount());
        Comparator<Course> first = switch (query.sortBy()) {
            case RECENT -> comparing(Course::createdAt).reversed();
            case POPULAR -> popular;
            case TOP_RATED -> comparingDouble((Course course) -> -course.popularity().ratingAverage())
                    .thenComparingLong(course -> -course.popularity().ratingCount());
            case DURATION -> comparingInt(Course::durationMinutes);
            case RELEVANCE -> comparingInt((Course course) -> -match.score(course)).thenComparing(popular);
        };
        return first.thenComparing(course -> course.id().value());
    }

    CoursePage page() {
        var from = Math.min(start(), found.size());
        var to = Math.min(from + query.pageSize(), found.size());
        var items = found.subList(from, to).stream().map(CourseSelection::summary).toList();
        return new CoursePage(found.size(), items, to < found.size() ? cursor(found.get(to - 1)) : null);
    }

    private int start() {
        var cursor = query.cursor();
        if (cursor == null) {
            return (query.page() - 1) * query.pageSize();
        }
        var mark = cursors.get(cursor);
        if (mark == null || !mark.question().equals(question())) {
            throw new InvalidInput("cursor", "must be one that the page before this one gave");
        }
        var order = order();
        return (int) found.stream().filter(course -> order.compare(course, mark.last()) <= 0).count();
    }

    private String cursor(Course last) {
        var mark = new Mark(question(), last);
        var cursor = UUID.nameUUIDFromBytes(mark.toString().getBytes(UTF_8)).toString();
        cursors.put(cursor, mark);
        return cursor;
    }

    private CourseQuery question() {
        return new CourseQuery(query.search(), query.category(), query.difficulty(), query.sortBy(), 1, 1, null);
    }

    private static CourseSummary summary(Course course) {
        var s = CourseSummary.of(course);
        var brief = Courses.withDescription(course.details(), "");
        return new CourseSummary(s.id(), brief, s.durationMinutes(), s.state(), s.popularity(), s.createdAt(),
                s.updatedAt(), s.version());
    }
}
