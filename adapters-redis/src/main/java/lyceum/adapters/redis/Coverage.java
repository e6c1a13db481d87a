package lyceum.adapters.redis;

import java.util.Arrays;

/**
 * From which moment on this process has applied, without a break, all that was committed; in Redis' time, because that is
 * what confirmations are compared in.
 *
 * <p>Converting both ends of each claim would not do: converted with care, the end of one lies before the beginning of the
 * next, and every confirmation would look like a gap. So claims that overlap on the clock of this process are one
 * claim, and only its beginning is converted, later rather than earlier. What Redis said was confirmed counts as a claim up
 * to there.
 *
 * <p>A claim says what was applied to one incarnation of the server. One that is another than before may lack what was
 * applied until then, so on it a claim begins no earlier than its session.
 */
final class Coverage {

    /** All guarded by this. */
    private byte[] incarnation = new byte[0];

    private long begun;
    private long from;
    private long until = Long.MIN_VALUE;

    /**
     * @param server its incarnation
     * @param session since when it is known, in Redis' time
     * @param claimedThere the beginning of the claim in Redis' time, or later
     * @return from when, in Redis' time, all was applied up to the end of the claim
     */
    synchronized long claim(byte[] server, long session, long claimedFrom, long claimedThere, long claimedUntil) {
        turnTo(server, session);
        if (claimedFrom <= until) {
            from = Math.min(from, claimedThere);
            until = Math.max(until, claimedUntil);
        } else {
            from = claimedThere;
            until = claimedUntil;
        }
        return Math.max(from, begun);
    }

    /** Redis says that all was applied until a moment, by its time and by an earlier one of the clock here. */
    synchronized void learn(byte[] server, long session, long confirmedThere, long confirmed) {
        turnTo(server, session);
        if (confirmed > until) {
            from = confirmedThere;
            until = confirmed;
        }
    }

    private void turnTo(byte[] server, long session) {
        if (!Arrays.equals(incarnation, server)) {
            begun = incarnation.length == 0 ? Long.MIN_VALUE : session;
            incarnation = server;
            until = Long.MIN_VALUE;
        }
    }
}
