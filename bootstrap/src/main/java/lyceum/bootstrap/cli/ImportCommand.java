package lyceum.bootstrap.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.function.Supplier;
import lyceum.application.transfer.ImportCourses;
import lyceum.application.transfer.ImportFailed;
import lyceum.application.transfer.ImportReport;
import lyceum.application.transfer.ImportSource;
import lyceum.application.transfer.Mapping;
import lyceum.domain.validation.InvalidInput;

/** {@code import FILE}: brings a catalogue in from a file, and shows how far it is. */
public final class ImportCommand {

    static final int ALL_IN = 0;
    static final int SOME_NOT = 1;
    static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    ImportCommand(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * @param args what follows the command's name
     * @param application asked for only if the arguments make sense
     * @return 0 if every row went in, 1 if one did not or the import failed, 2 if the arguments make no sense
     */
    public static int run(String[] args, Supplier<ImportCourses> application, PrintStream out, PrintStream err) {
        var console = Optional.ofNullable(System.console());
        return new ImportCommand(out, err, console.filter(Console::isTerminal).isPresent())
                .run(List.of(args), application);
    }

    int run(List<String> args, Supplier<ImportCourses> application) {
        if (args.equals(List.of("--help"))) {
            out.println(ImportArguments.USAGE);
            return ALL_IN;
        }
        try {
            return run(ImportArguments.parse(args), application);
        } catch (ImportArguments.Wrong wrong) {
            err.println(wrong.getMessage());
            err.println(ImportArguments.USAGE);
            return USAGE;
        } catch (InvalidInput wrong) {
            err.println(wrong.getMessage());
            return USAGE;
        } catch (IOException | UncheckedIOException failure) {
            err.println("cannot be read or written: " + failure.getMessage());
            return SOME_NOT;
        }
    }

    private int run(ImportArguments args, Supplier<ImportCourses> application) throws IOException {
        try (var input = new CountingInput(Files.newInputStream(args.file()));
                var rejections = new RejectionList(args.rejections())) {
            var bar = new ProgressBar(out, terminal, Files.size(args.file()), input::count);
            var source = args.format().open(input, args.mapping());
            return run(application.get(), source, args.mapping(), rejections, bar);
        }
    }

    private int run(
            ImportCourses imports, ImportSource source, Mapping mapping, RejectionList rejections, ProgressBar bar) {
        try {
            var report = imports.run(source, mapping, rejections, bar);
            end(report, rejections, bar);
            return report.rejected() == 0 ? ALL_IN : SOME_NOT;
        } catch (ImportFailed failed) {
            end(failed.report(), rejections, bar);
            err.println("The import ended early: " + failed.getCause() + ". To run it again is safe.");
            return SOME_NOT;
        }
    }

    private void end(ImportReport report, RejectionList rejections, ProgressBar bar) {
        bar.end(report);
        print(report);
        rejections.print(out);
    }

    private void print(ImportReport report) {
        out.printf(
                Locale.ROOT,
                "%,d created, %,d updated (%,d of them unchanged), %,d rejected in %.1f s (%,d rows/s)%n",
                report.created(),
                report.updated(),
                report.unchanged(),
                report.rejected(),
                report.duration().toMillis() / 1000.0,
                report.rowsPerSecond());
    }
}
