package lyceum.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The load: wrk with one thread and 64 connections, on loopback only. It asks for many paths in turn: readers of one and the
 * same course would share one read, and the figure would be of that.
 */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern ERRORS = Pattern.compile("Non-2xx|Socket errors");

    private Wrk() {}

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
        var script = Files.createTempFile("lyceum-bench", ".lua");
        Files.writeString(script, lua(paths, tokens));
        var process =
                new ProcessBuilder("wrk", "-t1", "-c64", "-d" + seconds + "s", "-s", script.toString(), url).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        var rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find() || ERRORS.matcher(output).find()) {
            throw new IllegalStateException("wrk failed:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
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
