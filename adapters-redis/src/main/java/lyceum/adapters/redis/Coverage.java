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
 * <p>The first claim joins nothing, so an epoch begins with it, confirmed up to a moment that is earlier rather than later; by
 * the same token the next claim would begin after it, and every further one until they reach beyond what the conversion is
 * uncertain of. But what is cached in that epoch was loaded in it, so it lacks nothing that was committed before the claim: the
 * claim reaches back to wherever Redis says the epoch is confirmed from ({@link #began}).
 *
 * <p>A claim says what was applied to one incarnation of the server. One that is another than before may lack what was
 * applied until then, so on it a claim begins no earlier than its session.
 */
final class Coverage {

    /**
     * One that goes on for as long as nothing is left out.
     *
     * @param from from when, in Redis' time, all was applied up to the end of the claim
     */
    record Claim(long from, long number) {}

    /** All guarded by this. */
    private byte[] incarnation = new byte[0];

    private long number;

    private long begun;
    private long from;
    private long until = Long.MIN_VALUE;

    /**
     * @param server its incarnation
     * @param session since when it is known, in Redis' time
     * @param claimedThere the beginning of the claim in Redis' time, or later
     */
    synchronized Claim claim(byte[] server, long session, long claimedFrom, long claimedThere, long claimedUntil) {
        turnTo(server, session);
        if (claimedFrom <= until) {
            from = Math.min(from, claimedThere);
            until = Math.max(until, claimedUntil);
        } else {
            beginAnew(claimedThere, claimedUntil);
        }
        return new Claim(Math.max(from, begun), number);
    }

    /** An epoch began with a claim: it is confirmed until this moment of Redis' time, and joins the claim. */
    synchronized void began(Claim claim, long confirmedThere) {
        if (claim.number == number) {
            from = Math.min(from, confirmedThere);
            begun = Math.min(begun, confirmedThere);
        }
    }

    /** Redis says that all was applied until a moment, by its time and by an earlier one of the clock here. */
    synchronized void learn(byte[] server, long session, long confirmedThere, long confirmed) {
        turnTo(server, session);
        if (confirmed > until) {
            beginAnew(confirmedThere, confirmed);
        }
    }

    private void beginAnew(long there, long here) {
        number++;
        from = there;
        until = here;
    }

    private void turnTo(byte[] server, long session) {
        if (!Arrays.equals(incarnation, server)) {
            begun = incarnation.length == 0 ? Long.MIN_VALUE : session;
            incarnation = server;
            number++;
            until = Long.MIN_VALUE;
        }
    }
}
