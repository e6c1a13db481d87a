package lyceum.domain.identity;

/**
 * How many times everything had been revoked when something was issued: all of its account's, and all of everybody's. What was
 * issued under a lower number than today's is revoked. Numbers and not moments, because clocks differ and are set back.
 */
public record Epoch(long account, long everybody) {

    public static final Epoch FIRST = new Epoch(0, 0);

    /** Whether what was issued under this epoch still stands in that one. */
    public boolean standsIn(Epoch today) {
        return account >= today.account && everybody >= today.everybody;
    }
}
