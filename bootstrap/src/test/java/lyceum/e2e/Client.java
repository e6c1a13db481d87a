package lyceum.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A client of the API, anonymous or with a token. */
public record Client(String url, String token) {

    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Client(String url) {
        this(url, "");
    }

    /** An answer with its body as JSON, if it is. */
    public record Reply(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public Map<String, Object> json() {
            return parse(text());
        }

        @SuppressWarnings("unchecked")
        public List<Map<String, Object>> items() {
            return (List<Map<String, Object>>) json().getOrDefault("items", List.of());
        }

        public String string(String field) {
            return String.valueOf(json().get(field));
        }
    }

    static Map<String, Object> parse(String json) {
        try {
            return ObjectMapper.getDefault().readValue(json, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + json, e);
        }
    }

    public Client loggedIn(String username, String password) {
        var form = "username=" + URLEncoder.encode(username, UTF_8) + "&password=" + URLEncoder.encode(password, UTF_8);
        var reply = send("POST", "/auth/login", "application/x-www-form-urlencoded", form);
        if (reply.status() != 200) {
            throw new IllegalStateException("login: " + reply.status() + ' ' + reply.text());
        }
        return new Client(url, reply.string("access_token"));
    }

    public Reply get(String path, String... headers) {
        return exchange(request(path, headers).GET());
    }

    public Reply delete(String path, String... headers) {
        return exchange(request(path, headers).DELETE());
    }

    Reply send(String method, String path, String type, String body, String... headers) {
        return exchange(
                request(path, headers).header("Content-Type", type).method(method, BodyPublishers.ofString(body)));
    }

    public Reply json(String method, String path, String body, String... headers) {
        return send(method, path, "application/json", body, headers);
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Reply exchange(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The id of a published course. */
    String anyCourse() {
        return String.valueOf(get("/courses?sort_by=popular&page_size=1").items().getFirst().get("id"));
    }
}
