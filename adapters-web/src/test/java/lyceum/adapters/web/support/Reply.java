package lyceum.adapters.web.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonReader;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.adapters.web.json.MalformedJson;

/** An answer of the server. */
public record Reply(HttpResponse<byte[]> response) {

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), UTF_8);
    }

    /** Empty if there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public Json.Obj json() {
        try {
            return (Json.Obj) JsonReader.read(response.body());
        } catch (MalformedJson malformed) {
            throw new AssertionError(text(), malformed);
        }
    }

    /** A member, found by a path such as {@code modules.0.title}; strings without their quotes, null as "null". */
    public String at(String path) {
        Json value = json();
        for (var step : List.of(path.split("\\.", -1))) {
            value = switch (value) {
                case Json.Obj object -> object.members().getOrDefault(step, Json.text("(missing)"));
                case Json.Arr array -> array.elements().get(Integer.parseInt(step));
                default -> throw new AssertionError("no " + step + " in " + text());
            };
        }
        return plain(value);
    }

    public List<Json> elements(String name) {
        return json().get(name) instanceof Json.Arr array ? array.elements() : List.of();
    }

    private static String plain(Json value) {
        return switch (value) {
            case Json.Text(var text) -> text;
            case Json.Num(var number) -> number.toPlainString();
            case Json.Bool(var bool) -> String.valueOf(bool);
            default -> new String(JsonWriter.bytes(value), UTF_8);
        };
    }

    /** The fields that the problem's errors name. */
    public List<String> fields() {
        return elements("errors").stream()
                .map(error -> plain(((Json.Obj) error).members().getOrDefault("field", Json.NULL)))
                .toList();
    }

    public Reply expect(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        return this;
    }

    /** A problem with everything that one has, and nothing from the inside. */
    public Reply expectProblem(int status) {
        expect(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(at("status")).isEqualTo(String.valueOf(status));
        assertThat(at("type")).startsWith("/docs#");
        assertThat(at("title")).isNotEmpty();
        assertThat(at("detail")).isNotEmpty();
        assertThat(at("instance")).startsWith("/");
        assertThat(text()).doesNotContain("Exception", "java.", "lyceum.", "<html");
        return this;
    }
}
