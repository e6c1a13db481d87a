package lyceum.architecture.broken.bootstrap;

/** Breaks nothing: others break rules by seeing it. */
public record Wiring() {}
