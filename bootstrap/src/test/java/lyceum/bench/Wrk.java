package lyceum.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The load: wrk with one thread and 64 connections, if not said otherwise, on loopback only. It asks for many paths in turn: readers of one and the
 * same course would share one read, and the figure would be of that.
 */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern ERRORS = Pattern.compile("Non-2xx|Socket errors");

    private static final Pattern LATENCY = Pattern.compile("\\s(50|99)%\\s+([0-9.]+)(us|ms|s)");
    private static final String UNHURRIED = "function delay() return 5 end\n";

    private Wrk() {}

    /** In milliseconds. */
    record Latency(double median, double p99) {}

    /** @return requests per second */
    static double run(String url, List<String> paths, int seconds) throws IOException, InterruptedException {
        return run(url, paths, List.of(), seconds);
    }

    /**
     * @param tokens which are shown in turn; none for anonymous requests
     * @return requests per second
     */
    static double run(String url, List<String> paths, List<String> tokens, int seconds)
            throws IOException, InterruptedException {
        var output = output(url, lua(paths, tokens), "-t1", "-c64", "-d" + seconds + "s");
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException("wrk failed:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    /** How long answers take where there is little to do: four connections that rest 5 ms after each. */
    static Latency latency(String url, List<String> paths, int seconds) throws IOException, InterruptedException {
        var script = lua(paths, List.of()) + UNHURRIED;
        var output = output(url, script, "-t1", "-c4", "-d" + seconds + "s", "--latency");
        var millis = LATENCY.matcher(output).results()
                .map(found -> Double.parseDouble(found.group(2)) * millis(found.group(3)))
                .toList();
        if (millis.size() != 2) {
            throw new IllegalStateException("wrk failed:\n" + output);
        }
        return new Latency(millis.getFirst(), millis.getLast());
    }

    private static double millis(String unit) {
        return switch (unit) {
            case "us" -> 1e-3;
            case "ms" -> 1;
            default -> 1e3;
        };
    }

    private static String output(String url, String script, String... options)
            throws IOException, InterruptedException {
        var file = Files.createTempFile("lyceum-bench", ".lua");
        Files.writeString(file, script);
        var command = new ArrayList<>(List.of("wrk"));
        command.addAll(List.of(options));
        command.addAll(List.of("-s", file.toString(), url));
        var process = new ProcessBuilder(command).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0 || ERRORS.matcher(output).find()) {
            throw new IllegalStateException("wrk failed:\n" + output);
        }
        return output;
    }

    private static String lua(List<String> paths, List<String> tokens) {
        return """
                local paths, tokens, requests, next = { %s }, { %s }, {}, 0
                function init(args)
                  for i = 1, math.max(#paths, #tokens) do
                    local headers = {}
                    if #tokens > 0 then headers["Authorization"] = "Bearer " .. tokens[(i - 1) %% #tokens + 1] end
                    requests[i] = wrk.format("GET", paths[(i - 1) %% #paths + 1], headers)
                  end
                end
                function request()
                  next = next %% #requests + 1
                  return requests[next]
                end
                """
                .formatted(quoted(paths), quoted(tokens));
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(joining(", "));
    }
}
