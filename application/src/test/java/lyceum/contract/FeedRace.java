package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseFeed.Change;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseRepository;
import lyceum.fake.Courses;

/**
 * Many threads write while one follows. Before each question that one notes what was acknowledged; once the feed is drained all
 * of it must have been told, in an answer or in one before, and in no version that was never written.
 */
final class FeedRace {

    private static final int WRITERS = 4;
    private static final int WRITES = 120;
    private static final int COURSES_AT_ONCE = 4;

    private final CourseRepository courses;
    private final long seed;
    private final FeedReader reader;
    private final Queue<Change> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<CourseId, Long> told = new HashMap<>();

    FeedRace(CourseRepository courses, CourseFeed feed, long seed) {
        this.courses = courses;
        this.seed = seed;
        this.reader = FeedReader.from(feed);
    }

    void run() throws Exception {
        Writers.followed(WRITERS, this::write, this::follow);
        assertThat(reader.drain()).isEmpty();
    }

    private void follow() {
        var due = List.copyOf(acknowledged);
        reader.drain().forEach((id, version) -> told.merge(id, version, Math::max));
        assertThat(due).as("with -Dlyceum.seed=%d, all told", seed)
                .allMatch(change -> told.getOrDefault(change.id(), 0L) >= change.version());
        assertThat(told).as("with -Dlyceum.seed=%d", seed).doesNotContainValue(Long.MAX_VALUE);
    }

    private void write(int writer) {
        var random = new SplittableRandom(seed + writer);
        var own = new HashMap<CourseId, Course>();
        var next = writer * 10_000;
        for (var write = 0; write < WRITES; write++) {
            switch (random.nextInt(4)) {
                case 0 -> insert(Courses.course(++next).build(), own);
                case 1 -> own.values().stream().findAny().ifPresent(course -> replace(course, own));
                case 2 -> own.values().stream().skip(random.nextInt(own.size() + 1)).findFirst()
                        .ifPresent(course -> delete(course, own));
                default -> saveAll(own, Courses.course(++next).build());
            }
        }
    }

    private void insert(Course course, Map<CourseId, Course> own) {
        assertThat(courses.insert(course)).isTrue();
        acknowledge(course, own);
    }

    private void replace(Course course, Map<CourseId, Course> own) {
        var changed = CourseFixture.changed(course, "changed");
        assertThat(courses.replace(changed)).isTrue();
        acknowledge(changed, own);
    }

    private void delete(Course course, Map<CourseId, Course> own) {
        assertThat(courses.delete(course.id(), course.version())).isTrue();
        own.remove(course.id());
        acknowledged.add(new Change(course.id(), course.version() + 1));
    }

    private void saveAll(Map<CourseId, Course> own, Course another) {
        var some = new ArrayList<>(List.of(another));
        own.values().stream().limit(COURSES_AT_ONCE).map(it -> CourseFixture.changed(it, "changed")).forEach(some::add);
        assertThat(courses.saveAll(some)).hasSize(some.size());
        some.forEach(course -> acknowledge(course, own));
    }

    private void acknowledge(Course course, Map<CourseId, Course> own) {
        own.put(course.id(), course);
        acknowledged.add(new Change(course.id(), course.version()));
    }
}
