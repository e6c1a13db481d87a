package lyceum.bootstrap.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import lyceum.application.transfer.ImportReport;

/** How far an import is: one line that is written over again on a terminal, now and then a line elsewhere. */
final class ProgressBar implements Consumer<ImportReport> {

    private static final int WIDTH = 30;
    private static final Duration ON_TERMINAL = Duration.ofMillis(100);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final long size;
    private final LongSupplier bytesRead;
    private Duration shown = Duration.ZERO;

    ProgressBar(PrintStream out, boolean terminal, long size, LongSupplier bytesRead) {
        this.out = out;
        this.terminal = terminal;
        this.size = size;
        this.bytesRead = bytesRead;
    }

    @Override
    public void accept(ImportReport report) {
        if (report.duration().minus(shown).compareTo(terminal ? ON_TERMINAL : ELSEWHERE) >= 0) {
            shown = report.duration();
            show(report);
        }
    }

    /** Leaves the line of the bar as it is last. */
    void end(ImportReport report) {
        if (terminal) {
            show(report);
            out.println();
        }
    }

    private void show(ImportReport report) {
        var text = line(report, size == 0 ? 1 : (double) bytesRead.getAsLong() / size);
        if (terminal) {
            out.print('\r' + text + "\u001b[K");
            out.flush();
        } else {
            out.println(text);
        }
    }

    /** @param part how much of the file is read, 0 to 1 */
    static String line(ImportReport report, double part) {
        var done = (int) Math.round(part * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %,d rows  %,d rows/s  %s",
                "#".repeat(done),
                ".".repeat(WIDTH - done),
                part * 100,
                report.rows(),
                report.rowsPerSecond(),
                remaining(report.duration(), part));
    }

    private static String remaining(Duration elapsed, double part) {
        if (part <= 0 || part >= 1) {
            return part >= 1 ? clock(elapsed) + " in all" : "";
        }
        return clock(Duration.ofMillis((long) (elapsed.toMillis() * (1 - part) / part))) + " to go";
    }

    private static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
