package lyceum.adapters.redis;

import io.lettuce.core.api.async.RedisServerAsyncCommands;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Redis' clock as seen from here: two bounds between which it stands, without a round trip.
 *
 * <p>A sample is a {@code TIME} with the moments before it was sent and after it was answered, on a clock that nobody
 * sets. However late an answer is handled, the true time lies between the bounds, so each user takes the bound that makes
 * an entry look older: a pause of this process costs a reload, never a value that is older than it claims. Samples are
 * renewed often, so that a server whose clock is set is believed soon.
 */
final class RedisTime {

    private static final long RENEW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long FAR = 1L << 53;

    private record Sample(long millis, long sent, long received) {}

    private volatile Sample sample;

    private RedisTime(Sample first) {
        this.sample = first;
    }

    static CompletionStage<RedisTime> of(RedisServerAsyncCommands<byte[], byte[]> commands) {
        return sample(commands).thenApply(RedisTime::new);
    }

    private static CompletionStage<Sample> sample(RedisServerAsyncCommands<byte[], byte[]> commands) {
        long sent = System.nanoTime();
        return commands.time().thenApply(parts -> {
            long seconds = Long.parseLong(Bytes.text(parts.get(0)));
            long micros = Long.parseLong(Bytes.text(parts.get(1)));
            return new Sample(seconds * 1_000 + micros / 1_000, sent, System.nanoTime());
        });
    }

    /** Asks for the time if the last sample is old. On one connection the answer comes before those to later commands. */
    void renew(RedisServerAsyncCommands<byte[], byte[]> commands) {
        if (System.nanoTime() - sample.sent >= RENEW_NANOS) {
            var _ = sample(commands).thenAccept(last -> sample = last);
        }
    }

    void sampled(long millis, long sent) {
        sample = new Sample(millis, sent, System.nanoTime());
    }

    /** A moment of the clock here as one of Redis' that is not before it. */
    long lateOf(long moment, InstantSource clock) {
        return bounded(moment) - earlyShift(clock);
    }

    /** A moment of the clock here as one of Redis' that is not after it. */
    long earlyOf(long moment, InstantSource clock) {
        return bounded(moment) + shiftThere(clock);
    }

    /**
     * What to add to a moment of the clock here for one of Redis' that is not after it. The clock here is read last, and may
     * be almost a millisecond further than it shows.
     */
    long shiftThere(InstantSource clock) {
        return earliest() - clock.millis() - 1;
    }

    /**
     * What to add to a moment of Redis' clock for one of the clock here that is not after it. The clock here is read first:
     * if this process is paused in between, the moment looks earlier still.
     */
    long earlyShift(InstantSource clock) {
        long here = clock.millis();
        return here - latest();
    }

    /** What to add to a moment of Redis' clock for one of the clock here, as near as can be told. */
    long nearShift(InstantSource clock) {
        return clock.millis() - (latest() + earliest()) / 2;
    }

    /** Leaves room to reckon with what stands for never and for always. */
    private static long bounded(long moment) {
        return Math.clamp(moment, -FAR, FAR);
    }

    /** Not before the true time. */
    long latest() {
        var last = sample;
        return last.millis + 1 + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - last.sent) + 1;
    }

    /** Not after the true time. */
    long earliest() {
        var last = sample;
        return last.millis + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - last.received);
    }
}
