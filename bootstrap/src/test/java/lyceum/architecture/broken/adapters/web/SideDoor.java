package lyceum.architecture.broken.adapters.web;

/** Nobody listed it. */
public record SideDoor() {}
