package lyceum.application.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lyceum.application.Digests;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import org.junit.jupiter.api.Test;

/** Tokens that were a session's, and tokens that look like it. */
final class RefreshReuseTest {

    private static final byte[] OLD = "a secret of a server's, of before".getBytes(UTF_8);
    private static final byte[] NEW = "another secret of the same kind!!".getBytes(UTF_8);

    private final Cluster cluster = new Cluster();
    private final Cluster.Instance here = cluster.new Instance(List.of(OLD, NEW));
    private final User ann = cluster.user("ann", Role.STUDENT);

    private static TokenPair refreshed(Cluster.Instance at, TokenPair pair) {
        return at.refresh.refresh(pair.refreshToken()).orElseThrow();
    }

    private boolean lives(TokenPair pair) {
        return cluster.sessions.find(token(pair).session()).isPresent();
    }

    private static RefreshToken token(TokenPair pair) {
        return RefreshToken.parse(pair.refreshToken()).orElseThrow();
    }

    @Test
    void a_reuse_is_noticed_when_the_key_was_changed_between() {
        var there = cluster.new Instance(List.of(NEW, OLD));
        var first = here.signIn(ann);
        var last = refreshed(there, refreshed(there, refreshed(here, first)));
        assertThat(here.refresh.refresh(first.refreshToken())).isEmpty();
        assertThat(lives(last)).isFalse();
    }

    @Test
    void a_reuse_is_noticed_when_the_key_is_gone() {
        var there = cluster.new Instance(List.of(NEW));
        var first = here.signIn(ann);
        var last = refreshed(there, refreshed(there, refreshed(here, first)));
        assertThat(there.refresh.refresh(first.refreshToken())).isEmpty();
        assertThat(lives(last)).isFalse();
    }

    @Test
    void an_old_token_that_is_given_back_ends_the_session_whatever_the_keys() {
        var there = cluster.new Instance(List.of(NEW));
        var first = here.signIn(ann);
        var last = refreshed(there, refreshed(here, first));
        there.refresh.revoke(first.refreshToken());
        assertThat(lives(last)).isFalse();
    }

    @Test
    void a_token_whose_tag_is_wrong_ends_nothing() {
        var first = here.signIn(ann);
        var second = refreshed(here, first);
        var other = here.signIn(ann);
        for (var genuine : List.of(first, second)) {
            var text = genuine.refreshToken();
            var end = text.endsWith("A") ? "B" : "A";
            endsNothing(text.substring(0, text.length() - 1) + end, second);
            endsNothing(token(other).session() + "." + token(genuine).code(), other);
        }
        endsNothing(token(second).session() + "." + "A".repeat(64), second);
    }

    private void endsNothing(String text, TokenPair pair) {
        assertThat(here.refresh.refresh(text)).isEmpty();
        here.refresh.revoke(text);
        assertThat(lives(pair)).as(text).isTrue();
    }

    /** A copy of the store is enough for that; it is not for a token. */
    @Test
    void who_knows_the_seal_can_end_the_session_and_no_more() {
        var pair = refreshed(here, here.signIn(ann));
        var session = token(pair).session();
        var seal = cluster.sessions.family(session).orElseThrow().current().seal();
        var forged = new RefreshChain(List.of("x".repeat(32).getBytes(UTF_8)), cluster::secret).first(session, seal);
        assertThat(here.refresh.refresh(forged.text())).isEmpty();
        assertThat(lives(pair)).isFalse();
    }

    @Test
    void the_seal_is_the_session_s_own_and_stays() {
        var first = here.signIn(ann);
        var family = cluster.sessions.family(token(first).session()).orElseThrow();
        refreshed(here, refreshed(here, first));
        var later = cluster.sessions.family(token(first).session()).orElseThrow();
        assertThat(later.current().seal()).isEqualTo(family.current().seal());
        var other = cluster.sessions.family(token(here.signIn(ann)).session()).orElseThrow();
        assertThat(other.current().seal()).isNotEqualTo(family.current().seal());
    }

    @Test
    void an_early_token_of_a_long_chain_is_refused_as_quickly_as_any() {
        var made = new AtomicInteger();
        var chain = new RefreshChain(List.of(OLD, NEW), cluster::secret, (key, text) -> {
            made.incrementAndGet();
            return Digests.hmac(key, text);
        });
        var refresh = new RefreshSession(
                cluster.sessions, cluster.users, chain, here.open, here.endings, cluster.clock);
        var first = here.signIn(ann);
        var last = first;
        for (var i = 0; i < 10_000; i++) {
            last = refresh.refresh(last.refreshToken()).orElseThrow();
        }

        made.set(0);
        assertThat(refresh.refresh(token(last).session() + "." + "A".repeat(64))).isEmpty();
        assertThat(made).as("for what never was a token").hasValue(1);
        assertThat(lives(last)).isTrue();

        made.set(0);
        assertThat(refresh.refresh(first.refreshToken())).isEmpty();
        assertThat(made).as("its tag; and with each key the successor and that one's tag").hasValue(1 + 2 * 2);
        assertThat(lives(last)).isFalse();
    }
}
