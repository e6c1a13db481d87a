package lyceum.adapters.web.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** The bytes of one row, without the end of its line. */
final class RawRecord {

    /** A row is held in memory while it is read; no course is as large as this. */
    static final int MAX_BYTES = 1 << 20;

    static final String TOO_LONG = "is longer than 1 MB";

    private final long line;
    private final byte[] bytes;
    private final @Nullable String fault;

    /**
     * @param line the line it begins on, from 1
     * @param fault why it can't be a row; null if it may be one
     */
    RawRecord(long line, byte[] bytes, @Nullable String fault) {
        this.line = line;
        this.bytes = bytes;
        this.fault = fault;
    }

    long line() {
        return line;
    }

    /** Not a copy. */
    byte[] bytes() {
        return bytes;
    }

    @Nullable
    String fault() {
        return fault;
    }

    /** The text, or null if the bytes are no UTF-8. */
    @Nullable
    String text() {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    boolean isBlank() {
        for (var each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
