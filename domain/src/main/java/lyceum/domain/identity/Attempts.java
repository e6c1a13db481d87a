package lyceum.domain.identity;

import java.time.Duration;

/**
 * Counts what was tried in vain, for all processes together. Names must tell nothing: they are digests. Every method blocks, and
 * throws {@link AccountsUnavailable} if it cannot be asked.
 */
public interface Attempts {

    /** @param sinceLast of no meaning when the count is zero */
    record Tally(long count, Duration sinceLast) {

        public static final Tally NONE = new Tally(0, Duration.ZERO);
    }

    Tally of(String name);

    /** Counts one more; the count begins anew when nothing was counted for as long as {@code memory}. */
    Tally add(String name, Duration memory);

    void clear(String name);
}
