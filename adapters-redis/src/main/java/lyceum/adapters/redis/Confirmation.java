package lyceum.adapters.redis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The value of a confirmation: 16 digits of Redis' time, and the incarnation of the server that all was applied to. */
final class Confirmation {

    static final long NONE = 0;

    private static final int DIGITS = 16;

    private Confirmation() {}

    /** {@link #NONE} if it is none, of another incarnation, or in the future: then a clock was set back since. */
    static long read(byte @Nullable [] value, byte[] incarnation, long now) {
        if (value == null || value.length != DIGITS + incarnation.length
                || !Arrays.equals(value, DIGITS, value.length, incarnation, 0, incarnation.length)) {
            return NONE;
        }
        long until = Cell.number(value, 0, DIGITS);
        return until <= now ? Math.max(until, NONE) : NONE;
    }
}
