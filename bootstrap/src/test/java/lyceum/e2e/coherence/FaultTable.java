package lyceum.e2e.coherence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The runs so far as a table in {@code target}; written after each, so that a broken one leaves what was measured. */
final class FaultTable {

    private static final Path FILE = Path.of("target", "coherence", "faults.md");
    private final String head;
    private final List<Run> runs = new ArrayList<>();

    FaultTable(long seed, boolean inFull) {
        this.head = """
                Three instances, one Redis, one store, %s, seed %d, faults %s. Lag: from an acknowledgement to the start
                of the last older read on each other instance. Failures: unexplained / of a process that was dead.

                | fault | operations | lag p50 ms | p99 ms | max ms | slowest read ms | stale answers | failures | loads | broken |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|---|
                """.formatted(LocalDate.now(ZoneOffset.UTC), seed, inFull ? "in full" : "in brief");
    }

    void add(Run run) {
        runs.add(run);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, runs.stream().map(FaultTable::row).collect(Collectors.joining("", head, "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(Run run) {
        var report = run.report();
        return "| %s | %d | %.1f | %.1f | %.1f | %.0f | %d | %d / %d | %d | %s |%n".formatted(
                run.fault(),
                report.operations().size(),
                report.lag().millis(50),
                report.lag().millis(99),
                report.lag().maxMillis(),
                report.slowestReadMillis(),
                report.stale(),
                run.unexplained().size(),
                report.failures().size() - run.unexplained().size(),
                run.loads(),
                report.violations().isEmpty() ? "nothing" : report.counts());
    }
}
