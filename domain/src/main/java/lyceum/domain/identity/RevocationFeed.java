package lyceum.domain.identity;

import java.time.Duration;
import java.util.List;

/**
 * What was revoked, out of the store that is the truth. Everybody's epoch is in every answer. Every method blocks, and throws
 * {@link AccountsUnavailable} if the store cannot be asked.
 */
public interface RevocationFeed {

    /** Opaque. */
    record Position(String text) {}

    /**
     * @param revocations all that were committed before the question was asked, after the position; some may come again
     * @param gap whether there may be others that this does not tell of: ask anew how it stands, by {@link #since}
     */
    record Batch(List<Revocation> revocations, Position last, boolean gap) {

        public Batch {
            revocations = List.copyOf(revocations);
        }
    }

    /** What was revoked within the last so long, by the store's clock; at most {@link SessionRepository#MEMORY}. */
    Batch since(Duration ago);

    Batch after(Position position);
}
