package lyceum.e2e.coherence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The definitions as they stand, each operation against all others: too slow for use, and plain enough to be
 * believed.
 */
final class Oracle {

    private final Collection<Operation> all;
    private final long bound;

    Oracle(Collection<Operation> all, long bound) {
        this.all = all;
        this.bound = bound;
    }

    List<Map.Entry<Invariant, Operation>> broken() {
        var broken = new ArrayList<Map.Entry<Invariant, Operation>>();
        all.stream().filter(Operation::isRead).forEach(read -> {
            backwards(read).forEach(invariant -> broken.add(Map.entry(invariant, read)));
            if (!read.stale() && newerIn(read, before(read, bound).filter(Operation::isAcknowledged)
                    .filter(it -> it.instance() != read.instance()))) {
                broken.add(Map.entry(Invariant.I4, read));
            }
        });
        return broken;
    }

    private Stream<Invariant> backwards(Operation read) {
        var here = before(read, 0).filter(it -> it.instance() == read.instance()).toList();
        if (newerIn(read, here.stream().filter(Operation::isRead))) {
            var hadBeenHere = here.stream().anyMatch(it -> it.version() == read.version());
            return Stream.of(hadBeenHere ? Invariant.I1 : Invariant.I3);
        }
        return newerIn(read, here.stream()) ? Stream.of(Invariant.I2) : Stream.empty();
    }

    private Stream<Operation> before(Operation read, long earlier) {
        return all.stream().filter(it -> it.key() == read.key() && !it.failed() && it.end() < read.start() - earlier);
    }

    private static boolean newerIn(Operation read, Stream<Operation> others) {
        return others.anyMatch(it -> it.version() > read.version());
    }

    Lag lag(int instances) {
        return new Lag(all.stream().filter(Operation::isAcknowledged).flatMapToLong(write -> LongStream
                .range(0, instances)
                .filter(it -> it != write.instance())
                .flatMap(it -> sample(write, it))));
    }

    private LongStream sample(Operation write, long instance) {
        var reads = all.stream()
                .filter(it -> it.isRead() && !it.stale() && it.key() == write.key() && it.instance() == instance)
                .filter(it -> it.start() > write.end())
                .toList();
        if (reads.isEmpty()) {
            return LongStream.empty();
        }
        return LongStream.of(reads.stream()
                .filter(it -> it.version() < write.version())
                .mapToLong(it -> it.start() - write.end())
                .max()
                .orElse(0));
    }
}
