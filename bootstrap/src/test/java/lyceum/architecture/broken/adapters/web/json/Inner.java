package lyceum.architecture.broken.adapters.web.json;

/** Public, but for the web only. */
public record Inner() {}
