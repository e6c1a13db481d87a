package lyceum.fake;

import java.time.Duration;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.RevocationFeed;

/** A feed that fails or waits as a test says. A caller that is held waits on its own thread. */
public final class FaultyRevocationFeed implements RevocationFeed {

    public enum Operation {
        SINCE,
        AFTER
    }

    private final RevocationFeed feed;
    private final Faults<Operation> faults = new Faults<>(
            Operation.class,
            operation -> new AccountsUnavailable(new IllegalStateException("injected at " + operation)));

    public FaultyRevocationFeed(RevocationFeed feed) {
        this.feed = feed;
    }

    /** What the test programs. */
    public Faults<Operation> faults() {
        return faults;
    }

    @Override
    public Batch since(Duration ago) {
        return faults.ask(Operation.SINCE, () -> feed.since(ago));
    }

    @Override
    public Batch after(Position position) {
        return faults.ask(Operation.AFTER, () -> feed.after(position));
    }
}
