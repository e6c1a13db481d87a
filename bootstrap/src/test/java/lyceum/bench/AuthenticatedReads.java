package lyceum.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Requests per second of {@code GET /auth/me} beside {@code GET /courses/{id}} from memory, without a token and with one: what
 * it costs to know who asks. One server, asked in turn, round after round; what is compared is the median of each. A hundred
 * accounts ask in turn.
 *
 * <p>Argument: seconds per measurement (default 4).
 */
public final class AuthenticatedReads {

    private static final int ROUNDS = 7;
    private static final int ACCOUNTS = 100;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{24})\"");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private AuthenticatedReads() {}

    private record Question(List<String> paths, List<String> tokens) {}

    public static void main(String[] args) throws Exception {
        var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        try (var program = Program.lyceum("L1", 18081, Map.of("ACCESS_TOKEN_EXPIRE_MINUTES", "600"))
                .ready("/courses")) {
            var courses = ID.matcher(program.get("/courses?sort_by=popular&page_size=100"))
                    .results()
                    .map(id -> "/courses/" + id.group(1))
                    .toList();
            var tokens = tokens(program);
            var questions = new LinkedHashMap<String, Question>();
            questions.put("course", new Question(courses, List.of()));
            questions.put("me", new Question(List.of("/auth/me"), tokens));
            questions.put("course+token", new Question(courses, tokens));
            report(measure(program, questions, seconds));
        }
    }

    private static List<String> tokens(Program program) throws Exception {
        var tokens = new ArrayList<String>();
        for (var i = 0; i < ACCOUNTS; i++) {
            var email = "reader" + i + "@example.org";
            post(program, "/auth/register",
                    "{\"email\":\"%s\",\"password\":\"a reader's password\",\"name\":\"Reader\"}".formatted(email));
            var answer = post(program, "/auth/login",
                    "{\"email\":\"%s\",\"password\":\"a reader's password\"}".formatted(email));
            var token = TOKEN.matcher(answer);
            if (!token.find()) {
                throw new IllegalStateException("no token: " + answer);
            }
            tokens.add(token.group(1));
        }
        return tokens;
    }

    private static String post(Program program, String path, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(program.url() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return Program.HTTP.send(request, BodyHandlers.ofString()).body();
    }

    private static Map<String, double[]> measure(Program program, Map<String, Question> questions, int seconds)
            throws Exception {
        var rates = new LinkedHashMap<String, double[]>();
        for (var round = -1; round < ROUNDS; round++) {
            for (var question : questions.entrySet()) {
                var asked = question.getValue();
                var rate = Wrk.run(program.url(), asked.paths(), asked.tokens(), seconds);
                if (round >= 0) {
                    rates.computeIfAbsent(question.getKey(), _ -> new double[ROUNDS])[round] = rate;
                }
            }
        }
        return rates;
    }

    private static void report(Map<String, double[]> rates) {
        var course = median(rates.getOrDefault("course", new double[1]));
        rates.forEach((name, all) -> System.out.printf(
                "%-13s %,9.0f requests/s   %.2f of a course   (%,.0f to %,.0f)%n",
                name,
                median(all),
                median(all) / course,
                Arrays.stream(all).min().orElse(0),
                Arrays.stream(all).max().orElse(0)));
    }

    private static double median(double[] rates) {
        var sorted = rates.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
