package lyceum.fake;

import java.util.concurrent.CompletionStage;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.TierUnavailable;
import org.jspecify.annotations.Nullable;

/** A log as one process reads it: its connection may be cut, or what it reads may be held. */
public final class FaultyChangeLog implements ChangeLog {

    public enum Operation {
        AFTER
    }

    private final ChangeLog log;
    private final Faults<Operation> faults = new Faults<>(
            Operation.class, operation -> new TierUnavailable("log", "injected at " + operation));

    public FaultyChangeLog(ChangeLog log) {
        this.log = log;
    }

    /** What the test programs. */
    public Faults<Operation> faults() {
        return faults;
    }

    @Override
    public CompletionStage<Batch> after(@Nullable Position position) {
        return faults.apply(Operation.AFTER, () -> log.after(position));
    }
}
