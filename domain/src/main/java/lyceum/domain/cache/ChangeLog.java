package lyceum.domain.cache;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a shared tier, in order, for the processes that keep entries of it in tiers of their own. The tier appends
 * each record in the same step as the change it tells of, so there is none without the other. Fills append nothing.
 */
public interface ChangeLog {

    /** A place between two records; opaque. */
    record Position(String text) {}

    /** @param at when it was appended, in milliseconds since the epoch by the reader's clock, as near as can be told */
    record Entry(Announcement announcement, long at) {}

    /**
     * @param entries in the order of the log
     * @param last where to go on
     * @param gap whether records before these may have been missed, because the log was trimmed or is another one
     */
    record Batch(List<Entry> entries, Position last, boolean gap) {

        public Batch {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What came after the position; if there is nothing, waits for a while and then answers with no entries. Completes
     * exceptionally with {@link TierUnavailable} if the log cannot be read or stays silent; asking again is always safe.
     *
     * @param position null answers at once with the log's end, as a gap
     */
    CompletionStage<Batch> after(@Nullable Position position);
}
