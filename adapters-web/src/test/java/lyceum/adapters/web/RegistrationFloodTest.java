package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHasher;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many want an account, those who have one sign in. */
@Timeout(60)
final class RegistrationFloodTest {

    private static final String PASSWORD = "correct horse battery";
    private static final int QUEUE = 4;
    private static final int FLOOD = 20;

    /** One hashes, so what comes next is what goes first. */
    private final TestServer server = TestServer.hashing(1, QUEUE);

    private final Queue<Reply> registrations = new ConcurrentLinkedQueue<>();
    private final Semaphore answered = new Semaphore(0);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch inProgress = new CountDownLatch(1);

    @BeforeEach
    void insert() {
        var hash = server.bean(PasswordHasher.class).hash(PASSWORD);
        var now = server.world.clock.instant();
        server.world.users.insert(User.opened(
                new UserId("b0".repeat(12)), new Email("ann@example.org"), "Ann", Role.STUDENT, hash, now));
    }

    @AfterEach
    void stop() {
        inProgress.countDown();
        server.world.hasher.releaseTurns();
        server.close();
    }

    /** It is the first login since the start. */
    @Test
    void aLoginIsAnsweredBeforeAFloodOfRegistrations() throws InterruptedException {
        var hashing = CompletableFuture.runAsync(this::hash, Thread::startVirtualThread);
        begun.await();
        var flood = flood();
        answered.acquire(FLOOD - QUEUE - 1);
        assertThat(registrations).hasSize(FLOOD - QUEUE - 1).allSatisfy(
                refused -> assertThat(refused.expectProblem(503).header("Retry-After")).isEqualTo("1"));

        server.world.hasher.holdTurns(1);
        var login = CompletableFuture.supplyAsync(this::logIn, Thread::startVirtualThread);
        awaitInLine();
        inProgress.countDown();
        server.world.hasher.awaitTurns();
        assertThat(registrations).as("nobody went before").hasSize(FLOOD - QUEUE - 1);

        server.world.hasher.releaseTurns();
        login.join().expect(200);
        hashing.join();
        for (var each : flood) {
            each.join();
        }
        assertThat(registrations.stream().filter(reply -> reply.status() == 201)).hasSize(QUEUE + 1);
    }

    private void hash() {
        server.bean(PasswordHasher.class).inTurn(() -> {
            begun.countDown();
            try {
                inProgress.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
    }

    /** The last who came to the hasher has nothing to wait for but a turn. */
    private void awaitInLine() {
        var callers = server.world.hasher.callers();
        while (callers.size() <= FLOOD || last(callers).getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static Thread last(Queue<Thread> callers) {
        return Objects.requireNonNull(new ArrayList<>(callers).getLast());
    }

    private List<Thread> flood() {
        return IntStream.range(0, FLOOD).mapToObj(number -> Thread.ofVirtual().start(() -> {
            registrations.add(register("visitor" + number));
            answered.release();
        })).toList();
    }

    private Reply register(String name) {
        var body = "{\"email\": \"%s@example.org\", \"password\": \"%s\", \"name\": \"X\"}".formatted(name, PASSWORD);
        return server.send("POST", "/auth/register", body);
    }

    private Reply logIn() {
        var body = "{\"username\": \"ann@example.org\", \"password\": \"%s\"}".formatted(PASSWORD);
        return server.send("POST", "/auth/login", body);
    }

    /** Whether an account was opened or not; but what is no registration is none of them. */
    @Test
    void anAddressThatWantsTooManyHasToWait() {
        assertThat(register("visitor").expect(201).header("RateLimit")).isEqualTo("\"register\";r=999;t=3600");
        for (var left = 998; left >= 0; left--) {
            var reply = register("ann").expectProblem(409);
            assertThat(reply.header("RateLimit")).isEqualTo("\"register\";r=" + left + ";t=" + (left > 0 ? 3600 : 1));
            if (left % 100 == 0) {
                register("").expectProblem(422);
            }
        }
        var reply = register("another").expectProblem(429);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(reply.header("RateLimit")).isEqualTo("\"register\";r=0;t=1");
        assertThat(reply.header("RateLimit-Policy")).isEqualTo("\"register\";q=1000;w=3600");
        logIn().expect(200);
        server.world.clock.advance(Duration.ofSeconds(1));
        register("another").expect(201);
    }
}
