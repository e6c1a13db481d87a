package lyceum.e2e.coherence;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How long the other instances went on showing what was older than each acknowledged write of one key. Writes and the
 * reads of each instance are walked side by side in the order of their versions, with the latest start of a read so
 * far at hand.
 */
final class LagSweep {

    private final List<Operation> writes;
    private final LongStream.Builder samples = LongStream.builder();
    private long steps;

    LagSweep(Collection<Operation> ofOneKey) {
        this.writes = sorted(ofOneKey.stream().filter(Operation::isAcknowledged).toList());
        ofOneKey.stream()
                .filter(it -> it.isRead() && !it.stale())
                .collect(Collectors.groupingBy(Operation::instance))
                .forEach(this::sweep);
    }

    LongStream samples() {
        return samples.build();
    }

    long steps() {
        return steps;
    }

    private static List<Operation> sorted(Collection<Operation> operations) {
        return operations.stream().sorted(Comparator.comparingLong(Operation::version)).toList();
    }

    private void sweep(int instance, List<Operation> ofInstance) {
        var reads = sorted(ofInstance);
        var lastAsked = reads.stream().mapToLong(Operation::start).max().orElse(Long.MIN_VALUE);
        var lastOlder = Long.MIN_VALUE;
        var next = 0;
        steps += reads.size();
        for (var write : writes) {
            for (; next < reads.size() && reads.get(next).version() < write.version(); next++, steps++) {
                lastOlder = Math.max(lastOlder, reads.get(next).start());
            }
            if (write.instance() != instance && lastAsked > write.end()) {
                samples.add(Math.max(lastOlder, write.end()) - write.end());
            }
            steps++;
        }
    }
}
