package lyceum.fake;

import java.time.Instant;
import lyceum.domain.idempotency.KeyedRequest;
import lyceum.domain.idempotency.LedgerUnavailable;
import lyceum.domain.idempotency.Reply;
import lyceum.domain.idempotency.RequestLedger;
import lyceum.domain.idempotency.Turn;

/** A ledger whose methods fail or wait as a test says, and are counted. A caller that is held waits on its own thread. */
public final class FaultyRequestLedger implements RequestLedger {

    public enum Operation {
        BEGIN,
        COMPLETE,
        RELEASE,
        SUSPEND
    }

    private final RequestLedger ledger;
    private final Faults<Operation> faults = new Faults<>(
            Operation.class,
            operation -> new LedgerUnavailable(new IllegalStateException("injected at " + operation)));

    public FaultyRequestLedger(RequestLedger ledger) {
        this.ledger = ledger;
    }

    /** What the test programs. */
    public Faults<Operation> faults() {
        return faults;
    }

    @Override
    public Turn begin(KeyedRequest request, Instant now) {
        return faults.ask(Operation.BEGIN, () -> ledger.begin(request, now));
    }

    @Override
    public void complete(Turn.Begun turn, Reply reply) {
        faults.run(Operation.COMPLETE, () -> ledger.complete(turn, reply));
    }

    @Override
    public void release(Turn.Begun turn) {
        faults.run(Operation.RELEASE, () -> ledger.release(turn));
    }

    @Override
    public void suspend(Turn.Begun turn) {
        faults.run(Operation.SUSPEND, () -> ledger.suspend(turn));
    }
}
