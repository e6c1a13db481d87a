package lyceum.e2e.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import lyceum.e2e.Until;
import lyceum.e2e.coherence.Disturbance;
import lyceum.e2e.coherence.Disturbance.Direction;
import lyceum.e2e.coherence.Disturbance.Target;
import lyceum.e2e.coherence.Lag;
import lyceum.e2e.coherence.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever cannot know lets nobody in; and what was acknowledged stays revoked, whoever pauses, dies or forgets. */
abstract class OutageCases {

    private static final int PAUSES = 3;
    private static final int REQUESTS = 10;
    private static final String COURSE =
            "{\"title\":\"Outages\",\"category\":\"Outages\",\"difficulty\":\"beginner\",\"state\":\"published\"}";

    /** For requests to arrive at somebody who does not look at them. */
    private static final Duration ARRIVAL = Duration.ofMillis(100);

    abstract Fleet fleet();

    enum Outage {
        STORE_CUT, STORE_SILENT, STORE_AND_REDIS_CUT;

        void begin(Member victim) {
            var cut = Disturbance.cut(Target.ALL);
            switch (this) {
                case STORE_CUT -> victim.store().impose(cut);
                case STORE_SILENT -> victim.store().impose(Disturbance.swallow(Target.ALL, Direction.BOTH, 100));
                case STORE_AND_REDIS_CUT -> {
                    victim.redis().impose(cut);
                    victim.store().impose(cut);
                }
            }
        }
    }

    /** What it knew is older than the bound, however little it noticed of that. */
    @Test
    void a_process_that_was_paused_does_not_answer_by_what_it_knew() {
        var visitor = fleet().visitor();
        for (var pause = 0; pause < PAUSES; pause++) {
            var token = visitor.signIn(fleet().first().anonymous(), "paused").access();
            fleet().others().forEach(other -> assertThat(other.me(token).status()).isEqualTo(200));
            List<CompletableFuture<Integer>> answers;
            try {
                fleet().others().forEach(other -> other.instance().pause());
                Changes.logout(fleet().first(), token).act().run();
                Schedule.pass(Fleet.BOUND);
                answers = fleet().others().stream()
                        .flatMap(other -> Stream.generate(() -> CompletableFuture.supplyAsync(
                                () -> other.me(token).status(), Thread::startVirtualThread)).limit(REQUESTS))
                        .toList();
                Schedule.pass(ARRIVAL);
            } finally {
                fleet().others().forEach(other -> other.instance().resume());
            }
            assertThat(answers.stream().map(CompletableFuture::join)).hasSize(2 * REQUESTS).isSubsetOf(401, 503);
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_the_store_nobody_is_let_in_and_the_catalogue_stays(Outage outage) {
        var stays = fleet().visitor();
        var leaves = stays.signIn(fleet().first().anonymous(), "leaves").access();
        var victim = fleet().others().getLast();
        var catalogue = List.of(
                "/courses/" + fleet().admin().json("POST", "/courses", COURSE).string("id"),
                "/courses?category=Outages");
        assertCatalogueIsThere(victim, catalogue, stays);
        Stream.of(stays.access(), leaves).forEach(token -> assertThat(victim.me(token).status()).isEqualTo(200));
        try {
            var unavailable = new Change(outage.name(), () -> outage.begin(victim), stays.access(),
                    client -> client.get("/auth/me"), 200, 503);
            var lag = new Lag(unavailable.lags(List.of(victim)));
            System.out.println("identity: " + outage + ", let in: " + lag);
            assertThat(lag.maxMillis()).isLessThan(Fleet.BOUND_MILLIS);

            Changes.logout(fleet().first(), leaves).act().run();
            assertUnavailable(victim, stays.access());
            assertUnavailable(victim, leaves);
            assertCatalogueIsThere(victim, catalogue, stays);
        } finally {
            fleet().heal();
        }
        assertNotLetIn(victim, leaves);
        Until.holds("who stays is let in", () -> victim.me(stays.access()).status() == 200);
        assertThat(victim.me(leaves).status()).isEqualTo(401);
    }

    private static void assertUnavailable(Member member, String token) {
        var reply = member.me(token);
        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).matches("\\d+");
        assertThat(reply.header("WWW-Authenticate")).isEmpty();
    }

    private static void assertCatalogueIsThere(Member member, List<String> catalogue, Visitor visitor) {
        Stream.of(member.anonymous(), member.with(visitor.access()))
                .forEach(client -> catalogue.forEach(path -> {
                    var reply = client.get(path);
                    assertThat(reply.status()).as(path + ' ' + reply.text()).isEqualTo(200);
                }));
    }

    /** Until it can be told why not. */
    private static void assertNotLetIn(Member member, String token) {
        Until.holds("it is refused", () -> {
            var status = member.me(token).status();
            assertThat(status).isIn(401, 503);
            return status == 401;
        });
    }

    /** X10, and the death of whoever acknowledged. */
    @Test
    void what_was_acknowledged_outlives_everybody() {
        var stays = fleet().visitor();
        var one = stays.signIn(fleet().first().anonymous(), "one").access();
        var two = stays.signIn(fleet().first().anonymous(), "two").access();
        var first = fleet().members().get(0);
        var second = fleet().members().get(1);
        var third = fleet().members().get(2);

        try {
            first.redis().impose(Disturbance.cut(Target.ALL));
            assertKnown(diesAfterLogout(first, one), List.of(second, third));
            assertKnown(diesAfterLogout(second, two), List.of(third));

            fleet().redis().ask(commands -> commands.flushall());
            assertLoggedOut(third, List.of(one, two), stays);
            fleet().redis().stop();
            fleet().redis().startAgain();
            assertLoggedOut(third, List.of(one, two), stays);
            third.instance().kill();
        } finally {
            fleet().startAgain();
        }
        fleet().members().forEach(member -> assertLoggedOut(member, List.of(one, two), stays));
    }

    /** Nothing is announced after the answer. */
    private static Change diesAfterLogout(Member member, String token) {
        return Change.refusal("logout and death", token, () -> {
            Changes.logout(member, token).act().run();
            member.instance().kill();
        });
    }

    private static void assertKnown(Change change, List<Member> survivors) {
        var lag = new Lag(change.lags(survivors));
        System.out.println("identity: " + change.name() + ": " + lag);
        assertThat(lag.maxMillis()).isLessThan(Fleet.BOUND_MILLIS);
    }

    private static void assertLoggedOut(Member member, List<String> tokens, Visitor stays) {
        tokens.forEach(token -> assertThat(member.me(token).status()).isEqualTo(401));
        assertThat(member.me(stays.access()).status()).isEqualTo(200);
    }
}
