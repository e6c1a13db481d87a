package lyceum.architecture.broken.domain.cache;

/** Stands for the real one. */
public final class Body {

    private final byte[] bytes = {};

    public byte[] shared() {
        return bytes;
    }
}
