package lyceum.domain.course;

public enum LessonKind {
    VIDEO,
    ARTICLE,
    QUIZ,
    EXERCISE
}
