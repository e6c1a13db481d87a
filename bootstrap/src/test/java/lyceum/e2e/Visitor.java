package lyceum.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.util.stream.Stream;
import lyceum.e2e.Client.Reply;

/** Asks, remembers the tokens that it gets as canaries, and keeps every answer. */
record Visitor(Client client, Canaries canaries, Transcript transcript) {

    record Tokens(String access, String refresh) {}

    /** The same with an access token. */
    Visitor with(String access) {
        return new Visitor(new Client(client.url(), access), canaries, transcript);
    }

    Visitor with(Tokens tokens) {
        return with(tokens.access);
    }

    Reply get(String path, int status, String... headers) {
        return expect(status, client.get(path, headers));
    }

    void delete(String path, int status) {
        expect(status, client.delete(path));
    }

    Reply json(String method, String path, String body, int status, String... headers) {
        var named = Stream.concat(Stream.of(headers), Stream.of("User-Agent", CanaryPeople.DEVICE));
        return expect(status, client.json(method, path, body, named.toArray(String[]::new)));
    }

    Reply form(String path, String body, int status) {
        return post(path, "application/x-www-form-urlencoded", body, status);
    }

    Reply post(String path, String type, String body, int status) {
        return expect(status, client.send("POST", path, type, body));
    }

    private Reply expect(int status, Reply reply) {
        assertThat(reply.status()).as(reply.response() + reply.text()).isEqualTo(status);
        return transcript.keep(reply);
    }

    Reply signIn(String email, String password, int status) {
        return json("POST", "/auth/login", credentials(email, password), status);
    }

    Tokens signedIn(String email, String password) {
        return tokens(signIn(email, password, 200));
    }

    Reply refresh(String token, int status) {
        return json("POST", "/auth/refresh", "{\"refresh_token\":\"" + token + "\"}", status);
    }

    Tokens tokens(Reply reply) {
        var tokens = new Tokens(reply.string("access_token"), reply.string("refresh_token"));
        canaries.accessToken(tokens.access);
        canaries.refreshToken(tokens.refresh);
        return tokens;
    }

    /** Sends text as it is, and no more. */
    void raw(String request) {
        var uri = URI.create(client.url());
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            transcript.keep(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String credentials(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
