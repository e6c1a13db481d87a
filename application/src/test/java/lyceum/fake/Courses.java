package lyceum.fake;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseDetails;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.Lesson;
import lyceum.domain.course.LessonKind;
import lyceum.domain.course.Module;
import lyceum.domain.identity.UserId;

/** Courses for tests. */
public final class Courses {

    public static final Instant LONG_AGO = Instant.parse("2025-03-01T08:00:00.123Z");

    public static CourseId id(int number) {
        return new CourseId("%024x".formatted(number));
    }

    /**
     * A plain published course of the first version, to be changed as a test needs it.
     *
     * @param number ids are in the order of these numbers
     */
    public static CourseBuilder course(int number) {
        return new CourseBuilder(id(number), "Course " + number);
    }

    /** All alike but for their ids. */
    public static List<Course> many(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> course(number).build()).toList();
    }

    /** Says something in every field, in many scripts. */
    public static Course rich(int number) {
        return course(number)
                .externalId("udemy-" + number)
                .owner(new UserId("0123456789abcdef01234567"))
                .title("Ünïcode für Anfänger 🚀 机器学习")
                .summary("Ça va? Привет, κόσμε, مرحبا, שלום, हिन्दी")
                .description("First line\n\tSecond, with \"quotes\", $dollars and a.dot\n")
                .category("Művészet & 芸術")
                .difficulty(Difficulty.ADVANCED)
                .language("pt-BR")
                .tags("c++", "b-side", "a tag", "日本語")
                .instructor("Željko O'Brien-Müller")
                .durationMinutes(null)
                .price("19.90")
                .modules(module("m1", 3), module("m0", 0), module("m2", 1))
                .popularity(4.35, 1_234, 5_000_000_000L)
                .build();
    }

    public static Module module(String id, int lessons) {
        var kinds = LessonKind.values();
        return new Module(
                id,
                "Module " + id,
                IntStream.range(0, lessons)
                        .map(i -> lessons - i)
                        .mapToObj(i -> new Lesson(id + "-l" + i, "Lesson " + i, kinds[i % kinds.length], 10 * i))
                        .toList());
    }

    public static CourseDetails withDescription(CourseDetails d, String description) {
        return new CourseDetails(
                d.title(),
                d.slug(),
                d.summary(),
                description,
                d.category(),
                d.difficulty(),
                d.language(),
                d.tags(),
                d.instructor(),
                d.durationMinutes(),
                d.price());
    }

    private Courses() {}
}
