package lyceum.bootstrap;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import lyceum.application.IdSource;

/**
 * Ids of the form of MongoDB's ObjectId: seconds, five bytes of chance drawn once, and a counter that starts anywhere.
 * Made here, so that a course has its id before it is stored.
 */
final class ObjectIds implements IdSource {

    private final InstantSource clock;
    private final long process;
    private final AtomicInteger counter;

    ObjectIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.process = random.nextLong(1L << 40);
        this.counter = new AtomicInteger(random.nextInt(1 << 24));
    }

    @Override
    public String next() {
        var seconds = clock.millis() / 1000;
        var hex = HexFormat.of();
        return hex.toHexDigits(seconds, 8) + hex.toHexDigits(process, 10)
                + hex.toHexDigits(counter.getAndIncrement(), 6);
    }
}
