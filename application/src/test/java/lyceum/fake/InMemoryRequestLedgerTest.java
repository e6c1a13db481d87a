package lyceum.fake;

import lyceum.contract.RequestLedgerContract;
import lyceum.domain.idempotency.RequestLedger;

class InMemoryRequestLedgerTest implements RequestLedgerContract {

    private final RequestLedger ledger = new InMemoryRequestLedger();

    @Override
    public RequestLedger ledger() {
        return ledger;
    }
}
