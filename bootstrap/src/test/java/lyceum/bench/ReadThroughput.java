package lyceum.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Requests per second of courses by id, from each tier, beside a bare route of the same framework with the same bytes. All
 * servers run at once and are asked in turn, round after round, so that the machine's moods fall on all of them; what is
 * compared is the median of each.
 *
 * <p>Argument: seconds per measurement (default 4).
 */
public final class ReadThroughput {

    private static final int ROUNDS = 7;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{24})\"");

    private ReadThroughput() {}

    private record Target(Program program, List<String> paths) {}

    public static void main(String[] args) throws Exception {
        var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        try (var l1 = Program.lyceum("L1", 18081, Map.of()).ready("/courses");
                var l2 = Program.lyceum("L2", 18082, Map.of("LYCEUM_TIERS", "redis")).ready("/courses");
                var l3 = Program.lyceum("L3", 18083, Map.of("LYCEUM_CACHE", "off")).ready("/courses")) {
            var body = Files.createTempFile("lyceum-bench", ".json");
            Files.writeString(body, medianOf(l1, courses(l1)));
            try (var bare = Program.bare(18084, body).ready("/bare")) {
                var targets = List.of(
                        new Target(bare, Collections.nCopies(100, "/bare")),
                        new Target(l1, courses(l1)),
                        new Target(l2, courses(l2)),
                        new Target(l3, courses(l3)));
                System.out.printf("a course of %d bytes%n", Files.size(body));
                report(measure(targets, seconds));
                System.out.printf("resident after load: %d MiB%n", l1.residentMiB());
            }
        }
    }

    private static List<String> courses(Program program) throws Exception {
        return ID.matcher(program.get("/courses?sort_by=popular&page_size=100"))
                .results()
                .map(id -> "/courses/" + id.group(1))
                .toList();
    }

    /** The body of median size, for the bare route to send. */
    private static String medianOf(Program program, List<String> paths) throws Exception {
        var bodies = new ArrayList<String>();
        for (var path : paths) {
            bodies.add(program.get(path));
        }
        bodies.sort(Comparator.comparingInt(String::length));
        return bodies.get(bodies.size() / 2);
    }

    private static Map<String, double[]> measure(List<Target> targets, int seconds) throws Exception {
        var rates = new LinkedHashMap<String, double[]>();
        for (var round = -1; round < ROUNDS; round++) {
            for (var target : targets) {
                var rate = Wrk.run(target.program().url(), target.paths(), seconds);
                if (round >= 0) {
                    rates.computeIfAbsent(target.program().name(), _ -> new double[ROUNDS])[round] = rate;
                }
            }
        }
        return rates;
    }

    private static void report(Map<String, double[]> rates) {
        var bare = median(rates.getOrDefault("bare", new double[1]));
        var lines = new ArrayList<String>();
        rates.forEach((name,
                all) -> lines.add("%-5s %,9.0f requests/s   %.2f of the bare route   (%,.0f to %,.0f)".formatted(
                        name, median(all), median(all) / bare, Arrays.stream(all).min().orElse(0),
                        Arrays.stream(all).max().orElse(0))));
        lines.forEach(System.out::println);
    }

    private static double median(double[] rates) {
        var sorted = rates.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
