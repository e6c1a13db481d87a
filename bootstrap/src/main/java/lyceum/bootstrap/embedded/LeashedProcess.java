package lyceum.bootstrap.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process that cannot outlive this one.
 *
 * <p>A shell holds the reading end of a pipe whose only writer is this JVM. However the JVM ends, by {@code kill -9}
 * too, the kernel closes the pipe, {@code cat} returns, and the shell stops the child. Closing works the same way.
 */
final class LeashedProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeashedProcess.class);
    private static final int STOP_SECONDS = 10;

    /**
     * The shell ignores the signals of a Ctrl-C, and {@code setsid} (where there is one) keeps them from the child: this
     * process decides when it stops. The shell lets go of the output, so that its end means the child's end.
     */
    private static final String LEASH =
            """
            trap '' INT TERM HUP
            $(command -v setsid) "$0" "$@" &
            exec >/dev/null 2>&1
            cat
            kill $!
            wait $!
            """;

    private final Process shell;

    private LeashedProcess(Process shell) {
        this.shell = shell;
    }

    /** Returns once the child has printed a line that contains {@code ready}. */
    static LeashedProcess start(List<String> command, String ready) throws IOException {
        List<String> leashed = new ArrayList<>(List.of("sh", "-c", LEASH));
        leashed.addAll(command);
        LeashedProcess process =
                new LeashedProcess(new ProcessBuilder(leashed).redirectErrorStream(true).start());
        try {
            process.await(ready);
            return process;
        } catch (IOException e) {
            process.close();
            throw e;
        }
    }

    private void await(String ready) throws IOException {
        BufferedReader output = shell.inputReader();
        List<String> seen = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.add(line);
            if (line.contains(ready)) {
                Thread.ofPlatform().daemon().name("child-output").start(() -> drain(output));
                return;
            }
        }
        throw new IOException("It ended at once, saying:\n" + String.join("\n", seen));
    }

    /** An unread pipe fills up, and the child would then wait for it. */
    private static void drain(BufferedReader output) {
        try (output) {
            output.lines().forEach(LOG::debug);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The output of a child process ended", e);
        }
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.debug("The leash was cut already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
