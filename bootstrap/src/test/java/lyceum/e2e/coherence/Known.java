package lyceum.e2e.coherence;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What had been seen and acknowledged on one instance, of one key, by the moment that a sweep has reached. */
final class Known {

    private final Set<Long> versions = new HashSet<>();
    private @Nullable Operation seen;
    private @Nullable Operation acknowledged;
    private @Nullable Operation owed;

    void took(Operation ended) {
        versions.add(ended.version());
        if (ended.isRead()) {
            seen = newer(seen, ended);
        } else {
            acknowledged = newer(acknowledged, ended);
        }
    }

    /** An acknowledgement so long ago that every other instance owes it to its readers. */
    void owes(Operation ended) {
        if (ended.isAcknowledged()) {
            owed = newer(owed, ended);
        }
    }

    @Nullable
    Operation owed() {
        return owed;
    }

    void judge(Operation read, Collection<Violation> violations) {
        if (seen != null && read.version() < seen.version()) {
            var invariant = versions.contains(read.version()) ? Invariant.I1 : Invariant.I3;
            violations.add(Violation.of(invariant, read, seen));
        } else if (acknowledged != null && read.version() < acknowledged.version()) {
            violations.add(Violation.of(Invariant.I2, read, acknowledged));
        }
    }

    private static Operation newer(@Nullable Operation one, Operation other) {
        return one == null || one.version() < other.version() ? other : one;
    }
}
