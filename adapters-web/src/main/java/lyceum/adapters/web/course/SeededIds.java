package lyceum.adapters.web.course;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import lyceum.application.Digests;
import lyceum.application.IdSource;

/** The ids that belong to a seed: of one seed, always the same in the same order. */
final class SeededIds implements IdSource {

    private final String seed;
    private final AtomicInteger given = new AtomicInteger();

    SeededIds(String seed) {
        this.seed = seed;
    }

    @Override
    public String next() {
        return HexFormat.of().formatHex(Digests.sha256(seed + ' ' + given.incrementAndGet()), 0, 12);
    }
}
