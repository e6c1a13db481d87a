package lyceum.adapters.web.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import lyceum.adapters.web.json.Json;
import lyceum.application.transfer.ImportReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One import, as it can be watched: the thread that imports writes it, others read it. */
final class ImportRun implements Consumer<ImportReport> {

    private static final Logger LOG = LoggerFactory.getLogger("lyceum.import");
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private enum State {
        RUNNING,
        DONE,
        FAILED
    }

    private final long number;
    private final CatalogueFormat format;
    private final Instant startedAt;
    private volatile State state = State.RUNNING;
    private volatile ImportReport report = ImportReport.NOTHING;
    private Duration logged = Duration.ZERO;

    ImportRun(long number, CatalogueFormat format, Instant startedAt) {
        this.number = number;
        this.format = format;
        this.startedAt = startedAt;
    }

    @Override
    public void accept(ImportReport progress) {
        report = progress;
        if (progress.duration().minus(logged).compareTo(BETWEEN_LINES) >= 0) {
            logged = progress.duration();
            log("goes on");
        }
    }

    void done(ImportReport last) {
        end(last, State.DONE);
    }

    void failed(ImportReport last, Throwable why) {
        end(last, State.FAILED);
        LOG.warn("import {} failed", number, why);
    }

    boolean running() {
        return state == State.RUNNING;
    }

    private void end(ImportReport last, State how) {
        report = last;
        state = how;
        log(how.name().toLowerCase(Locale.ROOT));
    }

    private void log(String what) {
        var now = report;
        LOG.info(
                "import {} {}: {} created, {} updated ({} unchanged), {} rejected, {} rows/s",
                number, what, now.created(), now.updated(), now.unchanged(), now.rejected(), now.rowsPerSecond());
    }

    Json json() {
        var now = report;
        return Json.object()
                .put("number", number)
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("format", format.extension())
                .put("started_at", startedAt.toString())
                .put("rows", now.rows())
                .put("created", now.created())
                .put("updated", now.updated())
                .put("unchanged", now.unchanged())
                .put("rejected", now.rejected())
                .put("duration_ms", now.duration().toMillis())
                .put("rows_per_second", now.rowsPerSecond())
                .build();
    }
}
