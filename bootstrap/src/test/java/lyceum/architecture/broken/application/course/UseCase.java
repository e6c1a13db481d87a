package lyceum.architecture.broken.application.course;

/** Breaks nothing: others break rules by seeing it. */
public record UseCase() {}
