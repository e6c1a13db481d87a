package lyceum.adapters.web.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.adapters.web.WebOptions;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccessTokenIssuer;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import org.jspecify.annotations.Nullable;

/** The server under test and a client of it. */
public final class TestServer implements AutoCloseable {

    public final World world;
    private final AtomicLong tokens = new AtomicLong();
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** One that knows what is revoked. */
    public TestServer() {
        this(true);
    }

    /** @param synchronised whether it knows from memory what is revoked, or must ask the store every time */
    public TestServer(boolean synchronised) {
        this(new World(), synchronised);
    }

    public TestServer(TokenKeys keys) {
        this(new World(keys), true);
    }

    /** @see WebOptions */
    public static TestServer hashing(int atOnce, int queue) {
        return new TestServer(new World(TokenKeys.of(World.SECRET), atOnce, queue), true);
    }

    private TestServer(World world, boolean synchronised) {
        this.world = world;
        if (synchronised) {
            world.synchronise();
        }
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(Map.of("micronaut.server.port", -1))
                .build();
        context.registerSingleton(World.class, world);
        context.start();
        server = context.getBean(EmbeddedServer.class).start();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Who {@link #token} of a role stands for. */
    public static UserId user(Role role) {
        return new UserId(
                switch (role) {
                    case STUDENT -> "a0".repeat(12);
                    case INSTRUCTOR -> "a1".repeat(12);
                    case ADMIN -> "a2".repeat(12);
                });
    }

    public String token(Role role) {
        return token(user(role), role);
    }

    /** An access token of a session of its own, of an account that there is. */
    public String token(UserId id, Role role) {
        var now = world.clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var number = tokens.incrementAndGet();
        world.users.insert(User.opened(
                id, new Email(id + "@y.example"), "X", role, new PasswordHash("-"), now));
        var user = world.users.find(id).orElseThrow();
        var epoch = new Epoch(user.epoch(), world.users.epochOfEverybody());
        var session = new Session(
                new SessionId("%024x".formatted(number)), id, epoch, "test", now, now, now.plus(Duration.ofDays(7)));
        world.sessions.insert(session, new Grant("-", "-", "-", now, null));
        var claims = new AccessClaims(
                "token-" + number, session.id(), id, role, epoch, now, now.plus(Duration.ofMinutes(15)));
        return context.getBean(AccessTokenIssuer.class).issue(claims).value();
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, (String) null, headers);
    }

    public Reply as(Role role, String method, String path, @Nullable String body, String... headers) {
        var more = new String[headers.length + 2];
        System.arraycopy(headers, 0, more, 2, headers.length);
        more[0] = "Authorization";
        more[1] = "Bearer " + token(role);
        return send(method, path, body, more);
    }

    public Reply send(String method, String path, @Nullable String body, String... headers) {
        return send(method, path, body == null ? null : body.getBytes(UTF_8), headers);
    }

    public Reply send(String method, String path, byte @Nullable [] body, String... headers) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        return send(method, path, publisher, headers);
    }

    /** A body has the type application/json unless a header says otherwise. */
    public Reply send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + path))
                .method(method, body);
        if (body.contentLength() != 0) {
            request.setHeader("Content-Type", "application/json");
        }
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(method + ' ' + path, failure);
        }
    }

    /** Sends bytes as they are and answers everything that comes back until the server closes. */
    public String raw(String request) {
        try (var socket = new Socket("localhost", server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(Objects.requireNonNull(socket.getInputStream().readAllBytes()), UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
