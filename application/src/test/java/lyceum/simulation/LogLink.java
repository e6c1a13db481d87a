package lyceum.simulation;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.Mechanism;
import org.jspecify.annotations.Nullable;

/**
 * The log as one instance sees it: over the network, in times of its own clock. Now and then the server tells again what it
 * told before, as after an answer that was believed lost.
 */
final class LogLink implements ChangeLog {

    private final ChangeLog server;
    private final Host client;
    private final Network network;
    private final Translation times;
    private final Dice dice;
    private final int twicePermille;
    private final boolean silent;
    private @Nullable Position before;

    LogLink(
            ChangeLog server,
            Host client,
            Network network,
            Translation times,
            Dice dice,
            int twicePermille,
            Set<Mechanism> off) {
        this.server = server;
        this.client = client;
        this.network = network;
        this.times = times;
        this.dice = dice;
        this.twicePermille = twicePermille;
        this.silent = off.contains(Mechanism.LOG);
    }

    @Override
    public CompletionStage<Batch> after(@Nullable Position position) {
        var again = position != null && before != null && dice.chance(twicePermille);
        var from = again ? before : position;
        before = position;
        return network.call(client, Op.TAIL, from, () -> server.after(from)).thenApply(this::translated);
    }

    private Batch translated(Batch batch) {
        var entries = new ArrayList<Entry>();
        for (var entry : batch.entries()) {
            if (entry.announcement() instanceof Announcement.Confirmed(var until)) {
                entries.add(new Entry(new Announcement.Confirmed(times.toClientEarly(until)), entry.at()));
            } else if (!silent) {
                entries.add(entry);
            }
        }
        return new Batch(entries, batch.last(), batch.gap());
    }
}
