package lyceum.architecture.broken.adapters.redis;

/** Nobody listed it. */
public record BackDoor() {}
