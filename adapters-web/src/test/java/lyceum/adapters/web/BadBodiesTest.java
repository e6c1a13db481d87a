package lyceum.adapters.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadBodiesTest {

    private static final TestServer SERVER = new TestServer();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "{\"title\":}", "{\"title\": \"a\",}", "{} {}", "{}x", "{'title': 'a'}", "{title: 1}", "NaN",
        "{\"a\": NaN}", "{\"a\": 01}", "{\"a\": +1}", "{\"a\": .5}", "{\"title\": \"a\", \"title\": \"b\"}",
        "{\"modules\": [{\"id\": 1, \"id\": 2}]}", "{\"title\": \"a\nb\"}", "{\"title\": \"\\ud800\"}",
        "{\"\\udc00\": 1}", "{\"a\": 1e99999999999999}", "// comment\n{}", "\uFEFF{}", "<html>", "title=a"
    })
    void whatIsNoJsonIsABadRequest(String body) {
        post(body).expectProblem(400);
    }

    @Test
    void whatIsNoUtf8IsABadRequest() {
        var overlong = new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'};
        SERVER.send("POST", "/auth/login", overlong).expectProblem(400);
        SERVER.send("POST", "/auth/login", "{\"a\": \"\u00e4\"}".getBytes(ISO_8859_1))
                .expectProblem(400);
    }

    @Test
    void aBombOfBracketsIsABadRequest() {
        post("[".repeat(50_000)).expectProblem(400);
        post("{\"a\":".repeat(10_000)).expectProblem(400);
        post("{\"price\": " + "9".repeat(50_000) + '}').expectProblem(400);
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                arguments("[]", List.of("body")),
                arguments("null", List.of("body")),
                arguments("\"text\"", List.of("body")),
                arguments("{}", List.of("title", "category", "difficulty")),
                arguments(with("title", "\"\""), List.of("title")),
                arguments(with("title", "5"), List.of("title")),
                arguments(with("title", "null"), List.of("title")),
                arguments(with("title", "\"" + "x".repeat(301) + '"'), List.of("title")),
                arguments(with("title", "\" x\""), List.of("title")),
                arguments(with("title", "\"a\\u0000b\""), List.of("title")),
                arguments(with("title", "\"a\\u202eb\""), List.of("title")),
                arguments(with("slug", "\"Not A Slug\""), List.of("slug")),
                arguments(with("summary", "[\"a\"]"), List.of("summary")),
                arguments(with("description", "\"" + "x".repeat(20_001) + '"'), List.of("description")),
                arguments(with("difficulty", "\"expert\""), List.of("difficulty")),
                arguments(with("difficulty", "\"BEGINNER\""), List.of("difficulty")),
                arguments(with("difficulty", "1"), List.of("difficulty")),
                arguments(with("language", "\"klingon language\""), List.of("language")),
                arguments(with("tags", "\"a\""), List.of("tags")),
                arguments(with("tags", "[\"a\", 1]"), List.of("tags[1]")),
                arguments(with("tags", "[\"a\", \"a\"]"), List.of("tags")),
                arguments(with("duration_minutes", "\"5\""), List.of("duration_minutes")),
                arguments(with("duration_minutes", "5.0"), List.of("duration_minutes")),
                arguments(with("duration_minutes", "5.5"), List.of("duration_minutes")),
                arguments(with("duration_minutes", "-1"), List.of("duration_minutes")),
                arguments(with("duration_minutes", "99999999999"), List.of("duration_minutes")),
                arguments(with("duration_minutes", "1e999999"), List.of("duration_minutes")),
                arguments(with("price", "\"5\""), List.of("price")),
                arguments(with("price", "-0.01"), List.of("price")),
                arguments(with("price", "1.999"), List.of("price")),
                arguments(with("price", "1e999999"), List.of("price")),
                arguments(with("price", "1e-999999"), List.of("price")),
                arguments(with("state", "\"deleted\""), List.of("state")),
                arguments(with("owner", "\"me\""), List.of("owner")),
                arguments(with("external_id", "\"1\""), List.of("external_id")),
                arguments(with("id", "\"000000000000000000000001\""), List.of("id")),
                arguments(with("version", "1"), List.of("version")),
                arguments(with("enrollment_count", "1000000"), List.of("enrollment_count")),
                arguments(with("modules", "{}"), List.of("modules")),
                arguments(with("modules", "[1]"), List.of("modules[0]")),
                arguments(with("modules", "[{}]"), List.of("modules[0].title")),
                arguments(with("modules", "[{\"title\": \"a\", \"x\": 1}]"), List.of("modules[0].x")),
                arguments(with("modules", "[{\"title\": \"a\", \"position\": 2}]"), List.of("modules[0].position")),
                arguments(
                        with("modules", "[{\"title\": \"a\", \"lessons\": [{\"title\": \"b\", \"kind\": \"song\"}]}]"),
                        List.of("modules[0].lessons[0].kind")),
                arguments(
                        "{\"title\": \"\", \"category\": 1, \"tags\": [\"\"], \"price\": -1, \"duration_minutes\": \"x\"}",
                        List.of("title", "category", "difficulty", "tags[0]", "price", "duration_minutes")));
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void everyBrokenRuleNamesItsField(String body, List<String> fields) {
        var reply = post(body).expectProblem(422);
        assertThat(reply.fields()).containsExactlyInAnyOrderElementsOf(fields);
        assertThat(reply.elements("errors")).allMatch(error -> error.toString().contains("rule"));
    }

    /** A valid course but for one member. */
    private static String with(String field, String value) {
        var valid = List.of("\"title\": \"A\"", "\"category\": \"B\"", "\"difficulty\": \"beginner\"");
        var others = valid.stream().filter(member -> !member.startsWith('"' + field + '"'));
        return "{\"" + field + "\": " + value + others.map(member -> ", " + member).reduce("", String::concat) + '}';
    }

    private static Reply post(String body) {
        return SERVER.as(
                Role.ADMIN, "POST", "/courses", body, "Content-Type", "application/json");
    }
}
