package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lyceum.adapters.web.support.CacheStatusField;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import lyceum.fake.FaultyCourseRepository.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody unknown makes the server ask its database as often as he likes. */
final class DirectedLoadTest {

    private static final int KEYS = 50;
    private static final int BURST = 40;
    private static final int PER_SECOND = 20;

    /** Names and values of header fields. */
    private static final List<List<String>> DEMANDS = List.of(
            List.of("Cache-Control", "no-cache"),
            List.of("Cache-Control", "max-age=0"),
            List.of("Cache-Control", "min-fresh=100000"),
            List.of("Cache-Control", "max-age=0, min-fresh=100000, no-cache"),
            List.of("Pragma", "no-cache"));

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void loadsAreBoundedWhateverIsDemanded() throws Exception {
        Courses.many(KEYS / 2).forEach(server.world.courses::insert);
        ask(KEYS, List.of("Accept", "*/*"));
        assertThat(loads()).isEqualTo(KEYS);
        server.world.clock.advance(Duration.ofSeconds(5));

        var replies = IntStream.range(0, DEMANDS.size())
                .boxed()
                .flatMap(i -> ask(400, DEMANDS.get(i)).stream())
                .toList();
        assertThat(replies).hasSize(2_000).allMatch(reply -> reply.status() == 200);
        assertThat(loads()).isEqualTo(KEYS + BURST);
        var ignored = replies.stream().filter(DirectedLoadTest::ignored).count();
        assertThat(ignored).isBetween(400L, 2_000L - BURST);

        server.world.clock.advance(Duration.ofSeconds(1));
        ask(1_000, DEMANDS.get(2));
        assertThat(loads()).isEqualTo(KEYS + BURST + PER_SECOND);
    }

    @Test
    void whatIsCurrentCostsNothing() {
        Courses.many(KEYS / 2).forEach(server.world.courses::insert);
        ask(2_000, DEMANDS.getFirst());
        ask(2_000, DEMANDS.getLast());
        assertThat(loads()).isEqualTo(KEYS);
    }

    /** What is in no cache is loaded for anybody, and takes no token from those who need one. */
    @Test
    void whatIsLoadedAnywayTakesNoToken() {
        for (var i = 0; i < 4 * BURST; i++) {
            assertThat(ignored(server.get("/courses/" + Courses.id(1_000 + i), "Cache-Control", "min-fresh=100000")))
                    .isFalse();
        }
        assertThat(loads()).isEqualTo(4 * BURST);
        server.get("/courses", "Cache-Control", "no-cache");
        assertThat(ignored(server.get("/courses", "Cache-Control", "min-fresh=100000"))).isFalse();
        assertThat(loads()).isEqualTo(4 * BURST + 2);
    }

    @Test
    void thoseWhoAreKnownAreNotLimited() {
        for (var i = 0; i < 2 * BURST; i++) {
            server.as(Role.INSTRUCTOR, "GET", "/courses", null, "Cache-Control", "min-fresh=100000").expect(200);
        }
        assertThat(loads()).isEqualTo(2 * BURST);
    }

    private static boolean ignored(Reply reply) {
        return CacheStatusField.read(reply.header("Cache-Status")).stream()
                .anyMatch(member -> "directives-ignored".equals(member.parameters().get("detail")));
    }

    private int loads() {
        var faults = server.world.courses.faults();
        return faults.calls(Operation.FIND) + faults.calls(Operation.LIST);
    }

    /** Asks for courses and pages of lists in turn, from several clients at a time. */
    private List<Reply> ask(int times, List<String> header) {
        try (var clients = Executors.newFixedThreadPool(8)) {
            var asked = IntStream.range(0, times)
                    .mapToObj(i -> clients.submit(() -> server.get(path(i % KEYS), header.toArray(String[]::new))))
                    .toList();
            return asked.stream().map(DirectedLoadTest::reply).toList();
        }
    }

    private static String path(int key) {
        return key % 2 == 0 ? "/courses/" + Courses.id(1 + key / 2) : "/courses?page_size=" + key;
    }

    private static Reply reply(Future<Reply> asked) {
        try {
            return asked.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
