package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import lyceum.adapters.web.support.PairedTimes;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.application.identity.Password;
import lyceum.application.identity.RegisterUser;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who signs in with a wrong password does not learn whether there is such an account, neither from the answer nor from how long
 * it takes. Real passwords are hashed. All cases are tried in each round, in an order that is drawn, so that what else the
 * machine does falls on all of them.
 */
final class LoginTimingTest {

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 60;
    private static final int MOST_ROUNDS = 600;
    private static final double FALSE_ALARM = 1e-4;
    private static final double CLOSE = Math.log(1.1);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final TestServer server = new TestServer();
    private final Map<Case, PairedTimes> times = new EnumMap<>(Case.class);
    private final Map<Case, Set<String>> answers = new EnumMap<>(Case.class);

    private enum Case {
        ACCOUNT("ann@example.org"),
        NO_ACCOUNT("nobody@example.org"),
        DISABLED("bob@example.org"),
        NO_ADDRESS("nobody"),
        /** Refused without a hash: that a difference would be found is seen by it. */
        NOT_HASHED("");

        static final List<Case> ALIKE = List.of(NO_ACCOUNT, DISABLED, NO_ADDRESS);

        private final String username;

        Case(String username) {
            this.username = username;
        }
    }

    @BeforeEach
    void register() {
        System.out.println("LoginTimingTest: seed " + seed);
        register(Case.ACCOUNT, AccountState.ACTIVE);
        register(Case.DISABLED, AccountState.DISABLED);
    }

    private void register(Case account, AccountState state) {
        var email = new Email(account.username);
        var password = new Password("correct horse battery");
        var user = server.bean(RegisterUser.class).register(email, "X", password, Role.STUDENT).orElseThrow();
        assertThat(server.world.users.replace(user.withState(state), user.version())).isTrue();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Medians that are apart may be so by chance: more rounds bring them together then, and otherwise never. */
    @Test
    void neitherTheAnswerNorItsTimeTellsWhetherThereIsAnAccount() {
        rounds(WARM_UP);
        times.clear();
        do {
            rounds(ROUNDS);
        } while (of(Case.NO_ACCOUNT).size() < MOST_ROUNDS
                && !Case.ALIKE.stream().allMatch(this::isClose));
        times.forEach((each, pairs) -> System.out.printf(
                "LoginTimingTest: %s by an account: %d pairs, medians %.3f, chance %.5f%n",
                each, pairs.size(), pairs.ratio(), pairs.chance(random)));

        assertThat(answersOf(Case.ACCOUNT)).hasSize(1);
        for (var each : Case.ALIKE) {
            assertThat(answersOf(each)).as(each.name()).isEqualTo(answersOf(Case.ACCOUNT));
            assertThat(isClose(each)).as(each.name()).isTrue();
            assertThat(of(each).chance(random)).as(each.name()).isGreaterThan(FALSE_ALARM);
        }
        assertThat(of(Case.NOT_HASHED).chance(random)).isLessThan(FALSE_ALARM);
    }

    private boolean isClose(Case each) {
        return Math.abs(Math.log(of(each).ratio())) < CLOSE;
    }

    private Set<String> answersOf(Case each) {
        return answers.computeIfAbsent(each, _ -> new HashSet<>());
    }

    private PairedTimes of(Case each) {
        return times.computeIfAbsent(each, _ -> new PairedTimes());
    }

    private void rounds(int count) {
        for (var i = 0; i < count; i++) {
            // So that every failure is forgotten and none begins a pause.
            server.world.clock.advance(Duration.ofHours(2));
            var taken = round();
            for (var each : taken.keySet()) {
                of(each).add(taken.getOrDefault(each, 0L), taken.getOrDefault(Case.ACCOUNT, 0L));
            }
        }
    }

    private Map<Case, Long> round() {
        var taken = new EnumMap<Case, Long>(Case.class);
        var order = Arrays.asList(Case.values());
        Collections.shuffle(order, random);
        for (var each : order) {
            taken.put(each, attempt(each));
        }
        return taken;
    }

    private long attempt(Case who) {
        var body = "{\"username\": \"%s\", \"password\": \"wrong horse battery\"}".formatted(who.username);
        var begun = System.nanoTime();
        var reply = who == Case.NOT_HASHED
                ? server.send("POST", "/auth/refresh", "{\"refresh_token\": \"x\"}")
                : server.send("POST", "/auth/login", body);
        var taken = System.nanoTime() - begun;
        reply.expectProblem(401);
        answersOf(who).add(reply.status() + " " + headers(reply) + " " + reply.text());
        return taken;
    }

    /** All but the time of day. */
    private static Map<String, List<String>> headers(Reply reply) {
        var headers = new TreeMap<>(reply.response().headers().map());
        headers.remove("date");
        return headers;
    }
}
