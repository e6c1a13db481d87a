package lyceum.application.cache;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import lyceum.domain.cache.CacheKey;

/** Some of the keys that were answered lately from afar, for whoever wants to check what is held under them. */
final class Sample {

    private static final int SIZE = 256;

    private final AtomicReferenceArray<CacheKey> keys = new AtomicReferenceArray<>(SIZE);
    private final DoubleSupplier random;

    Sample(DoubleSupplier random) {
        this.random = random;
    }

    void add(CacheKey key) {
        keys.lazySet((int) (random.getAsDouble() * SIZE), key);
    }

    List<CacheKey> all() {
        return IntStream.range(0, SIZE).mapToObj(keys::get).filter(Objects::nonNull).distinct().toList();
    }
}
