package lyceum.domain.course;

import java.util.List;
import java.util.Optional;
import lyceum.domain.validation.Rules;

/** A module and its lessons in order; its position is its place in the course's list, counted from 1. */
public record Module(String id, String title, List<Lesson> lessons) {

    public static final int MAX_LESSONS = 200;

    public Module {
        lessons = List.copyOf(lessons);
    }

    public Optional<Lesson> lesson(String lessonId) {
        return Ordered.find(lessons, Lesson::id, lessonId);
    }

    /** @param position from 1; beyond the end means last */
    public Module with(Lesson lesson, int position) {
        return new Module(id, title, Ordered.place(lessons, Lesson::id, lesson, position));
    }

    public Module withoutLesson(String lessonId) {
        return new Module(id, title, Ordered.remove(lessons, Lesson::id, lessonId));
    }

    public int durationMinutes() {
        return lessons.stream().mapToInt(Lesson::durationMinutes).sum();
    }

    void check(Rules rules) {
        rules.line("title", title, 1, 200);
        rules.require(lessons.size() <= MAX_LESSONS, "lessons", "must have at most " + MAX_LESSONS + " elements");
        for (var i = 0; i < lessons.size(); i++) {
            lessons.get(i).check(rules.below("lessons[" + i + "]"));
        }
    }
}
