package lyceum.e2e.coherence;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Assumptions;

/** What Java cannot send to a process. */
public final class Signals {

    private Signals() {}

    /** Skips a test where there is no kill; where nothing may be skipped, it fails. */
    public static void assumePossible() {
        try {
            send("-0", ProcessHandle.current().pid());
        } catch (RuntimeException e) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw e;
            }
            Assumptions.abort("this test pauses processes with kill -STOP, which is not here");
        }
    }

    static void pause(long pid) {
        send("-STOP", pid);
    }

    static void resume(long pid) {
        send("-CONT", pid);
    }

    static void kill(long pid) {
        send("-KILL", pid);
    }

    private static void send(String signal, long pid) {
        try {
            var kill = new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill " + signal + ' ' + pid + " gave " + kill.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
