package lyceum.application.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import org.junit.jupiter.api.Test;

final class RefreshSessionTest {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Cluster cluster = new Cluster();
    private final Cluster.Instance here = cluster.instance();
    private final User ann = cluster.user("ann", Role.STUDENT);

    private TokenPair refreshed(TokenPair pair) {
        return here.refresh.refresh(pair.refreshToken()).orElseThrow();
    }

    private boolean refused(TokenPair pair) {
        return here.refresh.refresh(pair.refreshToken()).isEmpty();
    }

    /** Whether the session of the pair goes on. */
    private boolean lives(TokenPair pair) {
        return cluster.sessions.find(RefreshToken.parse(pair.refreshToken()).orElseThrow().session()).isPresent();
    }

    @Test
    void a_token_is_exchanged_for_others() {
        var first = here.signIn(ann);
        var second = refreshed(first);
        var third = refreshed(second);
        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(List.of(first.access(), second.access(), third.access())).doesNotHaveDuplicates();
        assertThat(here.last.claims().user()).isEqualTo(ann.id());
    }

    @Test
    void the_role_is_the_account_s_at_the_time_of_the_exchange() {
        var pair = here.signIn(ann);
        here.accounts.change(ann.id(), Role.INSTRUCTOR, null);
        refreshed(pair);
        assertThat(here.last.claims().role()).isEqualTo(Role.INSTRUCTOR);
    }

    @Test
    void the_immediate_predecessor_gets_the_same_answer_for_a_while() {
        var first = here.signIn(ann);
        var second = refreshed(first);
        var claims = here.last.claims();
        cluster.clock.advance(GRACE);
        assertThat(refreshed(first)).isEqualTo(second);
        assertThat(here.last.claims()).isEqualTo(claims);

        cluster.clock.advance(Duration.ofMillis(1));
        assertThat(refused(first)).isTrue();
        assertThat(lives(first)).as("after a reuse").isFalse();
        assertThat(refused(second)).isTrue();
    }

    @Test
    void an_older_token_ends_the_session() {
        var first = here.signIn(ann);
        var second = refreshed(first);
        var third = refreshed(second);
        assertThat(refused(first)).isTrue();
        assertThat(lives(third)).isFalse();
        assertThat(refused(third)).isTrue();
        assertThat(here.standing.asked(here.last.claims())).isInstanceOf(Verdict.Refused.class);
    }

    /** Whoever knows the name of a session, which is no secret, cannot end it. */
    @Test
    void a_token_that_never_was_ends_nothing() {
        var pair = refreshed(here.signIn(ann));
        var session = RefreshToken.parse(pair.refreshToken()).orElseThrow().session();
        assertThat(here.refresh.refresh(session + "." + "x".repeat(64))).isEmpty();
        here.refresh.revoke(session + "." + "x".repeat(64));
        for (var garbage : List.of("", ".", "x", session + ".", pair.refreshToken() + "x", " " + pair.refreshToken())) {
            assertThat(here.refresh.refresh(garbage)).isEmpty();
            here.refresh.revoke(garbage);
        }
        assertThat(lives(pair)).isTrue();
        refreshed(pair);
    }

    @Test
    void of_many_at_once_all_get_the_one_answer() throws Exception {
        var first = here.signIn(ann);
        var answers = atOnce(50, () -> refreshed(first));
        assertThat(answers).hasSize(50).containsOnly(answers.getFirst());
        refreshed(answers.getFirst());
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            return pool.invokeAll(Collections.nCopies(callers, call)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    @Test
    void a_session_has_an_end_however_often_it_is_used() {
        var pair = here.signIn(ann);
        for (var day = 1; day < Cluster.SESSION.toDays(); day++) {
            cluster.clock.advance(Duration.ofDays(1));
            pair = refreshed(pair);
        }
        cluster.clock.advance(Duration.ofDays(1).minusMinutes(10));
        pair = refreshed(pair);
        assertThat(pair.access().lifetime()).as("not beyond the session").isEqualTo(Duration.ofMinutes(10));
        cluster.clock.advance(Duration.ofMinutes(10));
        assertThat(refused(pair)).isTrue();
    }

    @Test
    void what_is_revoked_cannot_be_exchanged() {
        var loggedOut = here.signIn(ann);
        here.endings.end(here.last.claims().session());
        assertThat(refused(loggedOut)).isTrue();

        var everywhere = here.signIn(ann);
        here.accounts.endSessions(ann.id());
        assertThat(refused(everywhere)).isTrue();

        var everybodys = here.signIn(ann);
        here.endings.endEverybodys();
        assertThat(refused(everybodys)).isTrue();

        var disabled = here.signIn(ann);
        here.accounts.change(ann.id(), null, AccountState.DISABLED);
        assertThat(refused(disabled)).isTrue();
        here.accounts.change(ann.id(), null, AccountState.ACTIVE);
        assertThat(refused(disabled)).isTrue();

        var deleted = here.signIn(ann);
        here.accounts.delete(ann.id());
        assertThat(refused(deleted)).isTrue();
    }

    @Test
    void a_refresh_token_given_back_takes_its_session_along() {
        var first = here.signIn(ann);
        var second = refreshed(first);
        var other = here.signIn(ann);
        here.refresh.revoke(second.refreshToken());
        assertThat(refused(second)).isTrue();
        assertThat(lives(other)).isTrue();
    }

    /** While keys are changed, instances differ in which one is the first. */
    @Test
    void the_keys_can_be_changed_while_tokens_are_in_use() {
        var old = cluster.keys.getFirst();
        var next = "another secret of the same kind!".getBytes(UTF_8);
        var before = cluster.new Instance(List.of(old, next));
        var after = cluster.new Instance(List.of(next, old));

        var first = before.signIn(ann);
        var second = after.refresh.refresh(first.refreshToken()).orElseThrow();
        assertThat(before.refresh.refresh(first.refreshToken())).as("a retry elsewhere").contains(second);
        var third = before.refresh.refresh(second.refreshToken()).orElseThrow();
        assertThat(after.refresh.refresh(second.refreshToken())).contains(third);
    }

    @Test
    void only_hashes_are_kept() {
        var pair = refreshed(here.signIn(ann));
        var token = RefreshToken.parse(pair.refreshToken()).orElseThrow();
        var family = cluster.sessions.family(token.session()).orElseThrow();
        assertThat(family.toString())
                .doesNotContain(token.code())
                .doesNotContain(token.hash())
                .doesNotContain(family.current().seal());
        assertThat(family.current().refreshTokenHash()).hasSize(64).isEqualTo(token.hash());
        assertThat(pair.toString() + token).doesNotContain(token.code());
    }
}
