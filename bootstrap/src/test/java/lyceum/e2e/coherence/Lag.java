package lyceum.e2e.coherence;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The time between an acknowledgement and the start of the last read that still saw something older, one sample (in
 * nanoseconds) per acknowledged write and other instance that was asked for it afterwards; sorted.
 */
public final class Lag {

    private final long[] samples;

    public Lag(LongStream samples) {
        this.samples = samples.sorted().toArray();
    }

    int count() {
        return samples.length;
    }

    /** The smallest sample that so many percent do not exceed. */
    public double millis(double percent) {
        if (samples.length == 0) {
            return 0;
        }
        var rank = (int) Math.ceil(percent / 100 * samples.length);
        return samples[Math.clamp(rank - 1, 0, samples.length - 1)] / 1e6;
    }

    public double maxMillis() {
        return millis(100);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lag lag && Arrays.equals(samples, lag.samples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(samples);
    }

    @Override
    public String toString() {
        return "p50 %.1f ms, p99 %.1f ms, max %.1f ms of %d".formatted(
                millis(50), millis(99), maxMillis(), samples.length);
    }
}
