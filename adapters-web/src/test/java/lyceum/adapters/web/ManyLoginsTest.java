package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHasher;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.fake.Courses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F2, X14: however many sign in at once, few passwords are hashed at the same time, and reads go on. */
final class ManyLoginsTest {

    private static final String PASSWORD = "correct horse battery";
    private static final int AT_ONCE = 2;
    private static final int QUEUE = 256;

    private final TestServer server = TestServer.hashing(AT_ONCE, QUEUE);
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final Semaphore answered = new Semaphore(0);

    /** All have the same hash, which is made once. */
    @BeforeEach
    void register() {
        server.world.courses.insert(Courses.course(1).build());
        var hash = server.bean(PasswordHasher.class).hash(PASSWORD);
        for (var i = 0; i < 100; i++) {
            var id = new UserId("%024x".formatted(0xa000 + i));
            server.world.users.insert(
                    User.opened(id, new Email(name(i)), "X", Role.STUDENT, hash, server.world.clock.instant()));
        }
    }

    @AfterEach
    void stop() {
        server.world.hasher.open();
        server.world.hasher.releaseTurns();
        server.close();
    }

    private static String name(int number) {
        return "user" + number + "@example.org";
    }

    /** Half of them to one account, the others each to one of its own. */
    @Test
    void twoHundredAtOnceAllGetInWhileReadsGoOn() throws InterruptedException {
        var hasher = server.world.hasher;
        hasher.holdTurns(AT_ONCE);
        hasher.close(200);
        var threads = logIn(IntStream.range(0, 200).mapToObj(i -> name(i / 2 * (i % 2))).toList(), PASSWORD);
        hasher.awaitArrivals();
        hasher.open();
        hasher.awaitTurns();
        readsGoOn();
        assertThat(replies).isEmpty();
        hasher.releaseTurns();
        readsGoOn();
        join(threads);
        assertThat(replies).hasSize(200).allSatisfy(reply -> reply.expect(200));
        noMoreThanAllowedWereHashedAtOnce();
    }

    /** Of those for whom there is room most are guesses too many by the time of their turn, and not hashed. */
    @Test
    void whoFindsTheQueueFullIsToldToComeAgain() throws InterruptedException {
        var room = AT_ONCE + QUEUE;
        server.world.hasher.holdTurns(AT_ONCE);
        var threads = logIn(Collections.nCopies(300, name(0)), "wrong");
        answered.acquire(300 - room);
        readsGoOn();
        assertThat(replies).hasSize(300 - room).allSatisfy(reply -> comeAgain(reply.expectProblem(503)));
        replies.clear();
        server.world.hasher.releaseTurns();
        join(threads);
        assertThat(replies.stream().filter(reply -> reply.status() == 401)).hasSizeBetween(10, 10 + AT_ONCE - 1);
        replies.removeIf(reply -> reply.status() == 401);
        assertThat(replies).allSatisfy(reply -> comeAgain(reply.expectProblem(429)));
        noMoreThanAllowedWereHashedAtOnce();
    }

    private static void comeAgain(Reply reply) {
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }

    private List<Thread> logIn(List<String> names, String password) {
        return names.stream().map(name -> Thread.ofVirtual().start(() -> {
            replies.add(logIn(name, password));
            answered.release();
        })).toList();
    }

    private Reply logIn(String name, String password) {
        var body = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, password);
        return server.send("POST", "/auth/login", body);
    }

    private void readsGoOn() {
        for (var i = 0; i < 50; i++) {
            server.get("/courses/" + Courses.id(1)).expect(200);
        }
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }

    /** A thread hashes one password at a time, in 19 MiB: there are never more of them. */
    private void noMoreThanAllowedWereHashedAtOnce() {
        assertThat(server.world.hasher.computers())
                .hasSizeBetween(1, AT_ONCE)
                .allSatisfy(thread -> assertThat(thread.getName()).isEqualTo("hashing"));
    }
}
