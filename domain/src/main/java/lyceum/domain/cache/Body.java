package lyceum.domain.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The exact bytes of a response. They are shared between threads and requests and never change. */
public final class Body {

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over; the caller must not write to it again. */
    public static Body of(byte[] bytes) {
        return new Body(bytes);
    }

    public static Body of(String text) {
        return new Body(text.getBytes(UTF_8));
    }

    public int size() {
        return bytes.length;
    }

    /**
     * The array itself, to be written to a socket or into an envelope without a copy. It must not be modified; an
     * architecture rule keeps the callers few.
     */
    public byte[] shared() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The size only: a body may be large, and is nobody's business in a log. */
    @Override
    public String toString() {
        return "Body[" + bytes.length + " bytes]";
    }
}
