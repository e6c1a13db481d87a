package lyceum.bootstrap;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import lyceum.application.transfer.ImportCourses;
import lyceum.bootstrap.cli.ImportCommand;
import lyceum.bootstrap.embedded.FolderInUse;
import lyceum.bootstrap.settings.InvalidSettings;
import lyceum.bootstrap.settings.Settings;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.identity.AccountsUnavailable;

/** {@code java -jar lyceum.jar} serves; {@code import FILE} brings a catalogue in; {@code --help} tells the rest. */
public final class Main {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    private static final String USAGE_TEXT = """
            Usage: java -jar lyceum.jar                     serve
                   java -jar lyceum.jar import FILE --map FIELD=COLUMN,...
                                                            bring a catalogue in (CSV or NDJSON)
                   java -jar lyceum.jar --help              this text, and every setting
            """;

    private Main() {}

    public static void main(String[] args) {
        var status = run(args, System.out, System.err);
        if (status != OK) {
            System.exit(status);
        }
    }

    private static int run(String[] args, PrintStream out, PrintStream err) {
        var command = args.length == 0 ? "serve" : args[0];
        try {
            return switch (command) {
                case "serve" -> serve(out);
                case "import" -> importFile(Arrays.copyOfRange(args, 1, args.length), out, err);
                case "help", "-h", "--help" -> say(out, USAGE_TEXT + '\n' + Settings.help(), OK);
                default -> say(err, USAGE_TEXT, USAGE);
            };
        } catch (InvalidSettings wrong) {
            return say(err, String.valueOf(wrong.getMessage()), USAGE);
        } catch (FolderInUse | Server.PortTaken taken) {
            return say(err, String.valueOf(taken.getMessage()), FAILED);
        } catch (CatalogueUnavailable | AccountsUnavailable _) {
            return say(err, "MongoDB cannot be reached: check MONGO_URI, and that the server runs", FAILED);
        }
    }

    private static int serve(PrintStream out) {
        var settings = settings();
        var lyceum = Lyceum.start(settings);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            lyceum.close();
            stopped.countDown();
        }));
        try {
            out.print(new Server(settings, lyceum).start().text());
        } catch (RuntimeException failure) {
            lyceum.close();
            throw failure;
        }
        await(stopped);
        return OK;
    }

    /** Nothing is started for a command line that makes no sense. */
    private static int importFile(String[] args, PrintStream out, PrintStream err) {
        var started = new ArrayDeque<Lyceum>();
        try {
            return ImportCommand.run(args, () -> importer(started), out, err);
        } finally {
            started.forEach(Lyceum::close);
        }
    }

    private static ImportCourses importer(Deque<Lyceum> started) {
        started.push(Lyceum.start(settings()));
        return started.getFirst().get(ImportCourses.class);
    }

    /** The log's level has to be known before the first logger is made. */
    private static Settings settings() {
        var settings = Settings.load();
        System.setProperty("lyceum.log.level", settings.debug() ? "DEBUG" : "INFO");
        return settings;
    }

    private static int say(PrintStream to, String text, int status) {
        to.println(text);
        return status;
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
