package lyceum.domain.course;

public enum Difficulty {
    BEGINNER,
    INTERMEDIATE,
    ADVANCED
}
