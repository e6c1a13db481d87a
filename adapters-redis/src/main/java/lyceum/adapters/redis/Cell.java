package lyceum.adapters.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lettuce.core.KeyValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lyceum.domain.cache.Content;
import org.jspecify.annotations.Nullable;

/**
 * The value of a cell, laid out as {@code common.lua} tells: a state, a head of digits that scripts can compare, the
 * context, and the envelope, which only this side reads. Times are Redis' own.
 */
final class Cell {

    private static final int VERSION = 20;
    private static final int TIME = 16;
    private static final int LENGTH = 4;
    private static final int LOADED_AT = 1 + VERSION;
    private static final int CONTEXT_AT = LOADED_AT + 3 * TIME + LENGTH;
    private static final int LARGEST_CONTEXT = 9_999;
    private static final long LATEST = 9_999_999_999_999_999L;

    private final byte[] bytes;
    private final int envelopeAt;

    private Cell(byte[] bytes, int envelopeAt) {
        this.bytes = bytes;
        this.envelopeAt = envelopeAt;
    }

    /** A version as digits that compare as the versions do. */
    static String version(long version) {
        return digits(Long.toUnsignedString(version ^ Long.MIN_VALUE), VERSION);
    }

    static byte[] encode(
            long version, long loadedAt, long freshUntil, long staleUntil, String context, byte[] envelope) {
        if (context.length() > LARGEST_CONTEXT) {
            throw new IllegalArgumentException("a key has too many tags");
        }
        var head = 'c'
                + version(version)
                + time(loadedAt)
                + time(freshUntil)
                + time(staleUntil)
                + digits(Integer.toString(context.length()), LENGTH)
                + context;
        var bytes = Arrays.copyOf(head.getBytes(ISO_8859_1), head.length() + envelope.length);
        System.arraycopy(envelope, 0, bytes, head.length(), envelope.length);
        return bytes;
    }

    private static String time(long millis) {
        return digits(Long.toString(Math.clamp(millis, 0, LATEST)), TIME);
    }

    private static String digits(String number, int length) {
        return "0".repeat(length - number.length()) + number;
    }

    /** Null if it is none of ours, or hidden by a fence. */
    static @Nullable Cell read(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length < CONTEXT_AT || bytes[0] != 'c') {
            return null;
        }
        long context = number(bytes, CONTEXT_AT - LENGTH, LENGTH);
        if (context < 0 || CONTEXT_AT + context > bytes.length) {
            return null;
        }
        var cell = new Cell(bytes, CONTEXT_AT + (int) context);
        return cell.loadedAt() >= 0 && cell.freshUntil() >= 0 && cell.staleUntil() >= cell.freshUntil() ? cell : null;
    }

    long loadedAt() {
        return number(bytes, LOADED_AT, TIME);
    }

    long freshUntil() {
        return number(bytes, LOADED_AT + TIME, TIME);
    }

    long staleUntil() {
        return number(bytes, LOADED_AT + 2 * TIME, TIME);
    }

    Optional<Content> content(Envelope envelope) {
        return envelope.decode(bytes, envelopeAt);
    }

    /** Negative if it is no number. */
    static long number(byte[] bytes, int from, int length) {
        long number = 0;
        for (int i = from; i < from + length; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Whether its context is the one that the parts make up, the first being of the incarnation. */
    boolean under(List<KeyValue<byte[], byte[]>> parts, byte[] incarnation) {
        int at = CONTEXT_AT;
        for (var part : parts) {
            var value = part.getValueOrElse(new byte[0]);
            if (value.length == 0 || !matches(value, at)) {
                return false;
            }
            at += value.length;
        }
        var epoch = parts.getFirst().getValue();
        int suffix = epoch.length - incarnation.length;
        return at == envelopeAt && suffix > 0
                && Arrays.equals(epoch, suffix, epoch.length, incarnation, 0, incarnation.length);
    }

    private boolean matches(byte[] value, int at) {
        return at + value.length <= envelopeAt
                && Arrays.equals(bytes, at, at + value.length, value, 0, value.length);
    }
}
