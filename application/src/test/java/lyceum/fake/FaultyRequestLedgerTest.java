package lyceum.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import lyceum.contract.RequestLedgerContract;
import lyceum.domain.idempotency.KeyedRequest;
import lyceum.domain.idempotency.LedgerUnavailable;
import lyceum.domain.idempotency.RequestLedger;
import lyceum.domain.idempotency.Turn;
import lyceum.fake.Faults.Fault;
import lyceum.fake.FaultyRequestLedger.Operation;
import org.junit.jupiter.api.Test;

/** Without faults it is as good as what it decorates. */
class FaultyRequestLedgerTest implements RequestLedgerContract {

    private final FaultyRequestLedger ledger = new FaultyRequestLedger(new InMemoryRequestLedger());

    @Override
    public RequestLedger ledger() {
        return ledger;
    }

    @Test
    void aLostAnswerHidesWhatHappened() {
        var request = new KeyedRequest("key", "content");
        ledger.faults().injectOnce(Fault.FAIL_AFTER, Operation.BEGIN);
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> ledger.begin(request, Instant.EPOCH));
        assertThat(ledger.begin(request, Instant.EPOCH)).isEqualTo(new Turn.Running());
        assertThat(ledger.faults().calls(Operation.BEGIN)).isEqualTo(2);
    }
}
