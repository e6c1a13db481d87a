package lyceum.domain.idempotency;

import java.time.Duration;
import java.time.Instant;

/**
 * Which requests were begun, and how they were answered. It outlives its users: of a process that dies with a request in
 * hand, the request stays noted, and once the lease is over the next one takes it up.
 *
 * <p>Every method blocks, is atomic, and throws {@link LedgerUnavailable} if the ledger cannot be asked. What it noted is
 * durable. A turn that another has taken over has no say any more: what is told of it is ignored.
 *
 * <p>Time is that of the caller. Where the clocks of callers differ a lease may be over sooner or later by as much, and two may
 * then carry out a request at once. A lease spares work, no more than that: only the common seed keeps them from doing twice
 * what is to be done once.
 */
public interface RequestLedger {

    /** How long one who began and is not heard of again keeps all others waiting. */
    Duration LEASE = Duration.ofSeconds(60);

    /** How long a request is remembered after it was last begun; then its key is as good as one that never was. */
    Duration MEMORY = Duration.ofDays(1);

    /** Of many who begin a request at once, one is told that it is his. */
    Turn begin(KeyedRequest request, Instant now);

    /** It was carried out. All who begin it from now on get the reply. */
    void complete(Turn.Begun turn, Reply reply);

    /** Nothing came of it, in this turn or in one before: the key is free, for whatever it is used next. */
    void release(Turn.Begun turn);

    /** Nobody knows what came of it: the next one may take it up at once. */
    void suspend(Turn.Begun turn);
}
