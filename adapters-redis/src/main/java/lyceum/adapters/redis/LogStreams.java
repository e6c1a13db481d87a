package lyceum.adapters.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The streams that the log of each partition is. */
final class LogStreams {

    private static final int COUNT = 500;

    private final List<byte[]> logs;

    LogStreams(CellKeys keys) {
        this.logs = keys.logs();
    }

    byte[] log(int partition) {
        return logs.get(partition);
    }

    int count() {
        return logs.size();
    }

    /** What comes after a position in any of them; waits for a while if that is nothing. */
    CompletionStage<List<StreamMessage<byte[], byte[]>>> after(Session session, LogPosition at, Duration wait) {
        var offsets = new ArrayList<StreamOffset<byte[]>>();
        for (int i = 0; i < logs.size(); i++) {
            offsets.add(StreamOffset.from(logs.get(i), at.places().get(i).id()));
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        StreamOffset<byte[]>[] places = offsets.toArray(StreamOffset[]::new);
        return session.commands().xread(XReadArgs.Builder.block(wait).count(COUNT), places);
    }

    /** The id of the last record of each, empty if it has none. */
    CompletionStage<List<String>> ends(Session session) {
        return PartitionCalls.each(logs, log -> session.commands()
                .xrevrange(log, Range.unbounded(), Limit.from(1))
                .thenApply(found -> found.isEmpty() ? "" : found.getFirst().getId()));
    }

    /** Whether every one still has the record that a position is after, or had later ones. */
    CompletionStage<Boolean> have(Session session, LogPosition position) {
        return ends(session).thenApply(ids -> {
            boolean all = true;
            for (int i = 0; i < ids.size(); i++) {
                all &= !ids.get(i).isEmpty() && !LogPosition.before(ids.get(i), position.places().get(i).id());
            }
            return all;
        });
    }

    int partitionOf(byte[] log) {
        int i = 0;
        while (!Arrays.equals(logs.get(i), log)) {
            i++;
        }
        return i;
    }
}
