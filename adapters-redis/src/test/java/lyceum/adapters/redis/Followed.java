package lyceum.adapters.redis;

import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.ChangeLog.Batch;
import lyceum.domain.cache.ChangeLog.Position;
import org.jspecify.annotations.Nullable;

/** A log as one reader follows it, from its end on. */
final class Followed {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChangeLog log;
    private final List<Announcement> announced = new ArrayList<>();
    private Position position;
    private int gaps;

    private Followed(ChangeLog log, Position position) {
        this.log = log;
        this.position = position;
    }

    static Followed from(ChangeLog log) {
        return new Followed(log, await(log.after(null)).last());
    }

    Batch next() {
        return took(await(log.after(position)));
    }

    /** Null if the log could not be read. */
    @Nullable
    Batch tryNext() {
        var batch = log.after(position).toCompletableFuture().exceptionally(_ -> null).join();
        return batch == null ? null : took(batch);
    }

    private Batch took(Batch batch) {
        position = batch.last();
        gaps += batch.gap() ? 1 : 0;
        batch.entries().forEach(entry -> announced.add(entry.announcement()));
        return batch;
    }

    /** Reads until this was announced, in spite of failures, and answers all that was. */
    List<Announcement> until(Predicate<Announcement> last) {
        long begin = System.nanoTime();
        while (announced.stream().noneMatch(last)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("time spent waiting").isLessThan(PATIENCE);
            tryNext();
        }
        return List.copyOf(announced);
    }

    List<Announcement> until(Announcement last) {
        return until(last::equals);
    }

    void untilGap() {
        int before = gaps;
        long begin = System.nanoTime();
        while (gaps == before) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("time spent waiting").isLessThan(PATIENCE);
            tryNext();
        }
    }

    List<Announcement> announced() {
        return List.copyOf(announced);
    }

    int gaps() {
        return gaps;
    }

    Position position() {
        return position;
    }
}
