package lyceum.e2e.identity;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.domain.identity.TokenStore;
import lyceum.e2e.Client.Reply;
import lyceum.e2e.Until;
import lyceum.e2e.coherence.Lag;
import lyceum.e2e.coherence.Schedule;
import org.junit.jupiter.api.Test;

/** What becomes of sessions on three instances: exchanged tokens, several devices, and what all that costs. */
abstract class SessionCases {

    private static final int REQUESTS = 2_000;
    private static final int CLIENTS = 8;
    private static final int EXCHANGES = 50;
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Between two clocks of one machine. */
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    abstract Fleet fleet();

    @Test
    void fifty_exchanges_at_once_are_one_and_a_late_one_ends_the_session() {
        var old = fleet().visitor().tokens();
        var begun = System.nanoTime();

        var answers = IntStream.range(0, EXCHANGES)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Visitor.refresh(member(i).anonymous(), old.refresh()), Thread::startVirtualThread))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).map(Reply::status)).containsOnly(200);
        var next = answers.stream().map(CompletableFuture::join).map(Tokens::of).collect(toSet());
        assertThat(next).hasSize(1).doesNotContain(old);
        assertEndsByReuse(old, next.iterator().next());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(GRACE.minus(TOLERANCE));
    }

    /** Whoever repeats the request gets the same answer, until it is too late. */
    private void assertEndsByReuse(Tokens old, Tokens next) {
        var reuse = Change.refusal("reuse", next.access(), () -> Until.holds("the grace is over", () -> {
            var reply = Visitor.refresh(member(0).anonymous(), old.refresh());
            return reply.status() == 401 || !Tokens.of(reply).equals(next);
        }));
        var lag = new Lag(reuse.lags(fleet().members()));
        System.out.println("identity: session ended by a late exchange: " + lag);
        assertThat(lag.maxMillis()).isLessThan(Fleet.BOUND_MILLIS);
        fleet().members().forEach(member -> assertThat(Visitor.refresh(member.anonymous(), next.refresh()).status())
                .isEqualTo(401));
    }

    private Member member(int number) {
        return fleet().members().get(number % fleet().members().size());
    }

    /** The one before the last needs no time to be known for a copy. */
    @Test
    void an_older_token_ends_the_session_at_once() {
        var first = fleet().visitor().tokens();
        var second = Tokens.of(Visitor.refresh(member(1).anonymous(), first.refresh()));
        var third = Tokens.of(Visitor.refresh(member(2).anonymous(), second.refresh()));

        var reuse = Change.refusal("copy", third.access(), () -> assertThat(
                Visitor.refresh(member(0).anonymous(), first.refresh()).status()).isEqualTo(401));
        var lag = new Lag(reuse.lags(fleet().members()));

        System.out.println("identity: session ended by a copy: " + lag);
        assertThat(lag.maxMillis()).isLessThan(Fleet.BOUND_MILLIS);
        assertThat(Visitor.refresh(member(1).anonymous(), third.refresh()).status()).isEqualTo(401);
    }

    /** X9, both ways round. */
    @Test
    void neither_token_stands_for_the_other() {
        var tokens = fleet().visitor().tokens();
        for (var member : fleet().members()) {
            var reply = member.me(tokens.refresh());
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
            assertThat(Visitor.refresh(member.anonymous(), tokens.access()).status()).isEqualTo(401);
            assertThat(member.me(tokens.access()).status()).isEqualTo(200);
        }
    }

    /** X11. */
    @Test
    void the_end_of_one_session_leaves_the_other() {
        var visitor = fleet().visitor();
        var other = visitor.signIn(member(1).anonymous(), "a telephone");
        var here = Tokens.of(Visitor.refresh(member(2).anonymous(), visitor.tokens().refresh()));
        var there = Tokens.of(Visitor.refresh(member(0).anonymous(), other.refresh()));
        var path = "/auth/sessions/" + member(2).me(there.access()).string("session_id");

        var end = Change.refusal("end of the other session", there.access(),
                () -> Changes.expect(member(0).with(here.access()).delete(path)));
        assertThat(new Lag(end.lags(fleet().members())).maxMillis()).isLessThan(Fleet.BOUND_MILLIS);

        assertThat(Visitor.refresh(member(1).anonymous(), there.refresh()).status()).isEqualTo(401);
        fleet().members().forEach(member -> assertThat(member.me(here.access()).status()).isEqualTo(200));
        assertThat(Visitor.refresh(member(1).anonymous(), here.refresh()).status()).isEqualTo(200);
    }

    @Test
    void a_session_is_kept_in_redis_for_a_day_after_it_was_used_and_does_not_need_it() {
        var token = fleet().visitor().access();
        var key = "lyceum:user_session:" + member(0).me(token).string("session_id");
        assertThat(left(key)).isBetween(TokenStore.LIFE.minusMinutes(1), TokenStore.LIFE);

        fleet().redis().ask(commands -> commands.pexpire(key, Duration.ofHours(1)));
        Until.holds("it is kept longer", () -> member(0).me(token).status() == 200
                && left(key).compareTo(TokenStore.LIFE.minusMinutes(1)) > 0);

        fleet().redis().ask(commands -> commands.del(key));
        assertThat(member(1).me(token).status()).isEqualTo(200);
        assertThat(left(key)).isBetween(TokenStore.LIFE.minusMinutes(1), TokenStore.LIFE);
    }

    private Duration left(String key) {
        return Duration.ofMillis(fleet().redis().<Long>ask(commands -> commands.pttl(key)));
    }

    @Test
    void the_list_shows_devices_and_when_they_were_seen() {
        var begun = Instant.now();
        var visitor = fleet().visitor();
        var device = visitor.signIn(member(1).anonymous(), "Telephone/1.0 (a pocket)").access();
        var id = member(1).me(device).string("session_id");

        var listed = listed(visitor, id);
        assertThat(listed).containsEntry("client", "Telephone/1.0 (a pocket)");
        var created = Instant.parse(String.valueOf(listed.get("created_at")));
        assertThat(created).isBetween(begun.minus(TOLERANCE), Instant.now().plus(TOLERANCE));

        // Where it is used is not where the list is read.
        Until.holds("it is seen", () -> member(1).me(device).status() == 200
                && seen(listed(visitor, id)).isAfter(created.plusSeconds(1)));
        assertThat(seen(listed(visitor, id))).isBeforeOrEqualTo(Instant.now().plus(TOLERANCE));
    }

    private Map<String, Object> listed(Visitor visitor, String id) {
        return member(0).with(visitor.access()).get("/auth/sessions").items().stream()
                .filter(each -> id.equals(each.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private static Instant seen(Map<String, Object> session) {
        return Instant.parse(String.valueOf(session.get("last_seen_at")));
    }

    /** What happens in the background meanwhile is part of both. */
    @Test
    void while_synchronised_a_request_asks_nobody() {
        var token = fleet().visitor().access();
        var course = "/courses/" + fleet().admin()
                .json("POST", "/courses", "{\"title\":\"Cheap\",\"category\":\"Cost\",\"difficulty\":\"beginner\","
                        + "\"state\":\"published\"}")
                .string("id");
        var paths = List.of("/auth/me", course);
        ask(token, paths, REQUESTS / 10);

        var start = System.nanoTime();
        var busy = cost(() -> ask(token, paths, REQUESTS));
        var idle = cost(() -> Schedule.pass(Duration.ofNanos(System.nanoTime() - start)));

        System.out.println("identity: " + REQUESTS + " requests in "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() / 2 + " ms: " + busy + ", idle: " + idle);
        assertThat(busy.redis() - idle.redis()).isLessThan(REQUESTS / 20);
        assertThat(busy.store() - idle.store()).isLessThan(REQUESTS / 20);
    }

    /** @param store what was sent to MongoDB, where each question waits for its answer */
    private record Cost(long redis, long store) {}

    private Cost cost(Runnable work) {
        var redis = fleet().redis().commands();
        var store = fleet().first().store().sent();
        work.run();
        return new Cost(fleet().redis().commands() - redis, fleet().first().store().sent() - store);
    }

    private void ask(String token, List<String> paths, int requests) {
        var client = fleet().first().with(token);
        var left = new AtomicInteger(requests);
        var clients = Stream.generate(() -> CompletableFuture.runAsync(() -> {
            for (int i; (i = left.decrementAndGet()) >= 0;) {
                assertThat(client.get(paths.get(i % paths.size())).status()).isEqualTo(200);
            }
        }, Thread::startVirtualThread)).limit(CLIENTS).toList();
        clients.forEach(CompletableFuture::join);
    }
}
