package lyceum.domain.course;

import lyceum.domain.validation.Rules;

/** A lesson; its position is its place in the module's list, counted from 1. */
public record Lesson(String id, String title, LessonKind kind, int durationMinutes) {

    static final int MAX_MINUTES = 100_000;

    void check(Rules rules) {
        rules.line("title", title, 1, 200);
        rules.range("duration_minutes", durationMinutes, 0, MAX_MINUTES);
    }
}
