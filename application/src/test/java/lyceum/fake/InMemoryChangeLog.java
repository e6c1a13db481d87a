package lyceum.fake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.Mechanism;
import org.jspecify.annotations.Nullable;

/** The log of one {@link InMemoryCacheTier}. A reader that waits is answered on the thread of the next change. */
public final class InMemoryChangeLog implements ChangeLog {

    public static final Duration WAIT = Duration.ofMillis(500);

    private record Waiting(Position position, CompletableFuture<Batch> answer) {}

    private final InstantSource clock;
    private final Function<Duration, CompletionStage<Void>> timer;
    private final int capacity;
    private final boolean gapDetection;
    private final boolean heartbeats;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /** How many records were appended before the first that is kept. */
    private long begin;
    private long epoch;

    /**
     * @param timer when a reader has waited long enough
     * @param capacity how many records are kept
     */
    public InMemoryChangeLog(
            InstantSource clock, Function<Duration, CompletionStage<Void>> timer, int capacity, Set<Mechanism> off) {
        this.clock = clock;
        this.timer = timer;
        this.capacity = capacity;
        this.gapDetection = !off.contains(Mechanism.GAP_DETECTION);
        this.heartbeats = !off.contains(Mechanism.HEARTBEATS);
    }

    synchronized void append(Announcement announcement) {
        entries.add(new Entry(announcement, clock.millis()));
        trim(capacity);
    }

    /** Keeps the newest records only. */
    public synchronized void trim(int kept) {
        var gone = Math.max(0, entries.size() - kept);
        entries.subList(0, gone).clear();
        begin += gone;
    }

    synchronized long end() {
        return begin + entries.size();
    }

    /** @param newEpoch whether it is told apart from the log that it was */
    synchronized void rollBack(long end, boolean newEpoch) {
        if (newEpoch) {
            entries.clear();
            begin = 0;
            epoch++;
        } else {
            var kept = (int) Math.max(0, end - begin);
            entries.subList(Math.min(kept, entries.size()), entries.size()).clear();
            begin = Math.min(begin, end);
        }
    }

    @Override
    public CompletionStage<Batch> after(@Nullable Position position) {
        synchronized (this) {
            var now = position == null ? new Batch(List.of(), positionAt(end()), true) : batch(position);
            if (position == null || worthTelling(now)) {
                return CompletableFuture.completedStage(answer(now));
            }
            var reader = new Waiting(position, new CompletableFuture<>());
            waiting.add(reader);
            var _ = timer.apply(WAIT).thenRun(() -> giveUp(reader));
            return reader.answer();
        }
    }

    private static boolean worthTelling(Batch batch) {
        return batch.gap() || !batch.entries().isEmpty();
    }

    private Position positionAt(long number) {
        return new Position(epoch + "-" + number);
    }

    private Batch batch(Position position) {
        var dash = position.text().indexOf('-');
        var number = Long.parseLong(position.text().substring(dash + 1));
        var sameLog = Long.parseLong(position.text().substring(0, dash)) == epoch;
        var gap = gapDetection && !(sameLog && number >= begin && number <= end());
        var from = gap ? 0 : Math.clamp(number - begin, 0, entries.size());
        return new Batch(entries.subList(from, entries.size()), positionAt(end()), gap);
    }

    /** Without heartbeats that the log itself must carry, any answer is taken for a sign of life. */
    private Batch answer(Batch batch) {
        if (heartbeats) {
            return batch;
        }
        var all = new ArrayList<>(batch.entries());
        all.add(new Entry(new Announcement.Confirmed(clock.millis()), clock.millis()));
        return new Batch(all, batch.last(), batch.gap());
    }

    /** To be called by whoever appended something, when the change is complete. */
    void wake() {
        var answers = new ArrayList<Runnable>();
        synchronized (this) {
            if (waiting.isEmpty()) {
                return;
            }
            waiting.removeIf(reader -> {
                var batch = batch(reader.position());
                var ready = worthTelling(batch);
                if (ready) {
                    answers.add(() -> reader.answer().complete(answer(batch)));
                }
                return ready;
            });
        }
        answers.forEach(Runnable::run);
    }

    private void giveUp(Waiting reader) {
        synchronized (this) {
            waiting.remove(reader);
        }
        reader.answer().complete(answer(new Batch(List.of(), reader.position(), false)));
    }
}
