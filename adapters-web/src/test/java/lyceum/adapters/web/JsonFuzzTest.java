package lyceum.adapters.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is a success or a problem that is the client's. Run again with -Dfuzz.seed. */
final class JsonFuzzTest {

    private static final int ROUNDS = 1_500;
    private static final TestServer SERVER = new TestServer();
    private static final List<String> FIELDS = List.of(
            "title", "slug", "summary", "description", "category", "difficulty", "language", "tags", "instructor",
            "duration_minutes", "state", "price", "modules", "lessons", "kind", "position", "id", "version",
            "created_at",
            "rating_average", "username", "password", "email", "name", "\\ud83d\\ude00", "\\ud800", "\\u0000", "");
    private static final List<String> VALUES = List.of(
            "null", "true", "0", "-0", "-1", "1.5", "1e5", "1e400", "1e999999999", "-1e-999999999",
            "99999999999999999999",
            "0.1e+1", "\"\"", "\"a\"", "\"beginner\"", "\"published\"", "\"m1\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"",
            "\"\\udc00\\ud800\"", "\"\u202e\"", "\"\\n\"", "\"en\"", "\"quiz\"", "NaN", "[]", "{}", "\"\u0131\u00df\"",
            "\"\\uffff\"", "01", "\"ada@example.org\"");
    private static final List<String> PATHS = List.of(
            "POST /courses", "PUT /courses/%s", "PATCH /courses/%s", "POST /courses/%s/modules",
            "PUT /courses/%s/modules/m1", "PATCH /courses/%s/modules/m1", "POST /courses/%s/modules/m1/lessons",
            "PATCH /courses/%s/modules/m1/lessons/m1-l1", "POST /auth/login", "POST /auth/register");

    private final Random random;
    private final long seed = Long.getLong("fuzz.seed", new Random().nextLong());

    JsonFuzzTest() {
        random = new Random(seed);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void nothingThatIsSentIsOurFault() {
        System.out.println("fuzz.seed=" + seed);
        for (var round = 0; round < ROUNDS; round++) {
            SERVER.world.courses.insert(
                    Courses.course(1).modules(Courses.module("m1", 2)).build());
            var target = pick(PATHS).formatted(Courses.id(1)).split(" ", -1);
            var body = broken(value(4).getBytes(UTF_8));
            var token = "Bearer " + SERVER.token(Role.ADMIN);
            var reply =
                    SERVER.send(target[0], target[1], body, "Authorization", token, "Content-Type", "application/json");
            assertThat(reply.status())
                    .as("seed %d, round %d: %s %s", seed, round, List.of(target), new String(body, ISO_8859_1))
                    .isIn(200, 201, 400, 401, 404, 409, 412, 413, 422);
            if (reply.status() >= 400) {
                reply.expectProblem(reply.status());
            }
        }
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 2)) {
            case 0, 1 -> pick(VALUES);
            case 2 -> "[" + members(depth, "") + "]";
            default -> "{" + members(depth, "x") + "}";
        };
    }

    private String members(int depth, String named) {
        var members = new StringBuilder();
        for (var i = random.nextInt(6); i >= 0; i--) {
            members.append(named.isEmpty() ? "" : '"' + pick(FIELDS) + "\":").append(value(depth - 1));
            members.append(i == 0 ? "" : ",");
        }
        return members.toString();
    }

    /** Now and then some bytes change, go, or come twice. */
    private byte[] broken(byte[] body) {
        if (body.length == 0 || random.nextInt(3) > 0) {
            return body;
        }
        var at = random.nextInt(body.length);
        switch (random.nextInt(3)) {
            case 0 -> body[at] = (byte) random.nextInt(256);
            case 1 -> {
                return Arrays.copyOf(body, at);
            }
            default -> {
                var twice = Arrays.copyOf(body, body.length + at);
                System.arraycopy(body, 0, twice, body.length, at);
                return twice;
            }
        }
        return body;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
