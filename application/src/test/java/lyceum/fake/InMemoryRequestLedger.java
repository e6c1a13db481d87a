package lyceum.fake;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lyceum.domain.idempotency.KeyedRequest;
import lyceum.domain.idempotency.Reply;
import lyceum.domain.idempotency.RequestLedger;
import lyceum.domain.idempotency.Turn;
import org.jspecify.annotations.Nullable;

public final class InMemoryRequestLedger implements RequestLedger {

    private record Entry(
            String fingerprint, Turn.Begun turn, Instant leasedUntil, Instant expiresAt, @Nullable Reply reply) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private int seeds;

    @Override
    public synchronized Turn begin(KeyedRequest request, Instant now) {
        var entry = entries.get(request.key());
        if (entry == null || !now.isBefore(entry.expiresAt())) {
            return begun(request, new Turn.Begun(request.key(), "seed-" + ++seeds, 1), now);
        }
        if (!entry.fingerprint().equals(request.fingerprint())) {
            return new Turn.Other();
        }
        if (entry.reply() != null) {
            return new Turn.Done(entry.reply());
        }
        var last = entry.turn();
        return now.isBefore(entry.leasedUntil())
                ? new Turn.Running()
                : begun(request, new Turn.Begun(last.key(), last.seed(), last.number() + 1), now);
    }

    private Turn begun(KeyedRequest request, Turn.Begun turn, Instant now) {
        entries.put(turn.key(), new Entry(request.fingerprint(), turn, now.plus(LEASE), now.plus(MEMORY), null));
        return turn;
    }

    @Override
    public synchronized void complete(Turn.Begun turn, Reply reply) {
        end(turn, entry -> new Entry(entry.fingerprint(), turn, entry.leasedUntil(), entry.expiresAt(), reply));
    }

    @Override
    public synchronized void release(Turn.Begun turn) {
        end(turn, _ -> null);
    }

    @Override
    public synchronized void suspend(Turn.Begun turn) {
        end(turn, entry -> new Entry(entry.fingerprint(), turn, Instant.MIN, entry.expiresAt(), null));
    }

    private void end(Turn.Begun turn, Ending ending) {
        entries.computeIfPresent(turn.key(), (_, entry) -> entry.turn().equals(turn) && entry.reply() == null
                ? ending.of(entry)
                : entry);
    }

    @FunctionalInterface
    private interface Ending {
        @Nullable
        Entry of(Entry entry);
    }
}
