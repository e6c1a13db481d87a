package lyceum.domain.idempotency;

/** The ledger could not be asked, or not in time; whether it noted something is then unknown. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerUnavailable(Throwable cause) {
        super("the ledger of requests is unavailable", cause);
    }
}
