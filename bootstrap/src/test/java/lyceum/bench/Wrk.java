package lyceum.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.regex.Pattern;

/** The load: wrk with one thread and 64 connections, on loopback only. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern ERRORS = Pattern.compile("Non-2xx|Socket errors");

    private Wrk() {}

    /** @return requests per second */
    static double run(String url, int seconds) throws IOException, InterruptedException {
        var process = new ProcessBuilder("wrk", "-t1", "-c64", "-d" + seconds + "s", url).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        var rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find() || ERRORS.matcher(output).find()) {
            throw new IllegalStateException("wrk failed:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
