package lyceum.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import lyceum.bench.Wrk.Latency;

/**
 * How long {@code GET /courses/{id}} from memory takes, without logins, beside 4 clients that sign in without pause, and beside
 * 200 that do. The three are measured in turn, round after round; what is compared is the median of each.
 *
 * <p>Argument: seconds per measurement (default 4).
 */
public final class LoginsBesideReads {

    private static final int ROUNDS = 5;
    private static final List<Integer> CLIENTS = List.of(0, 4, 200);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{24})\"");

    private LoginsBesideReads() {}

    private static final class Figures {

        private final List<Latency> latencies = new ArrayList<>();
        private long logins;
        private long others;
        private long mostMiB;

        private double median(ToDoubleFunction<Latency> figure) {
            var sorted = latencies.stream().mapToDouble(figure).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    public static void main(String[] args) throws Exception {
        var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        try (var program = Program.lyceum("L1", 18081, Map.of()).ready("/courses")) {
            Logins.register(program, 200);
            var courses = ID.matcher(program.get("/courses?sort_by=popular&page_size=100"))
                    .results()
                    .map(id -> "/courses/" + id.group(1))
                    .toList();
            Wrk.run(program.url(), courses, seconds);
            System.out.printf("resident before: %d MiB%n", program.residentMiB());
            report(measure(program, courses, seconds));
            System.out.printf("resident after: %d MiB%n", program.residentMiB());
        }
    }

    private static Map<Integer, Figures> measure(Program program, List<String> courses, int seconds) throws Exception {
        var figures = new LinkedHashMap<Integer, Figures>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var clients : CLIENTS) {
                var measured = figures.computeIfAbsent(clients, _ -> new Figures());
                var logins = new Logins(program, clients);
                try (logins) {
                    measured.latencies.add(Wrk.latency(program.url(), courses, seconds));
                }
                measured.logins += logins.done();
                measured.others += logins.others();
                measured.mostMiB = Math.max(measured.mostMiB, program.residentMiB());
            }
        }
        return figures;
    }

    private static void report(Map<Integer, Figures> figures) {
        var alone = figures.getOrDefault(0, new Figures());
        figures.forEach((clients, measured) -> System.out.printf(
                "%3d clients signing in   p50 %.2f ms (x %.1f)   p99 %.2f ms (x %.1f)   %d logins, %d refused, %d MiB%n",
                clients,
                measured.median(Latency::median),
                measured.median(Latency::median) / alone.median(Latency::median),
                measured.median(Latency::p99),
                measured.median(Latency::p99) / alone.median(Latency::p99),
                measured.logins,
                measured.others,
                measured.mostMiB));
    }
}
