package lyceum.adapters.web.transfer;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The imports of this instance that run, and the last ones that ran; newest first. */
@Singleton
final class ImportRuns {

    private static final int MOST_REMEMBERED = 20;

    private final InstantSource clock;
    private final Deque<ImportRun> runs = new ArrayDeque<>();
    private long begun;

    ImportRuns(InstantSource clock) {
        this.clock = clock;
    }

    synchronized ImportRun begin(CatalogueFormat format) {
        var run = new ImportRun(++begun, format, clock.instant());
        runs.addFirst(run);
        forget();
        return run;
    }

    private void forget() {
        var ended = runs.stream().filter(run -> !run.running()).skip(MOST_REMEMBERED).toList();
        runs.removeAll(ended);
    }

    /** It was refused before its first row. */
    synchronized void withdraw(ImportRun run) {
        runs.remove(run);
    }

    synchronized List<ImportRun> recent() {
        return List.copyOf(runs);
    }
}
