package lyceum.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StandingTest {

    private final Cluster cluster = new Cluster();
    private final Cluster.Instance here = cluster.instance();
    private final Cluster.Instance there = cluster.instance();

    enum Scope {
        TOKEN,
        SESSION,
        ACCOUNT,
        EVERYBODY
    }

    /** Every set of scopes: what is revoked in any of them is refused, wherever and however it is asked. */
    static List<Set<Scope>> sets() {
        var sets = new ArrayList<Set<Scope>>(List.of(EnumSet.noneOf(Scope.class)));
        for (var scope : Scope.values()) {
            for (var smaller : List.copyOf(sets)) {
                var larger = EnumSet.of(scope);
                larger.addAll(smaller);
                sets.add(larger);
            }
        }
        return sets;
    }

    @ParameterizedTest
    @MethodSource("sets")
    void the_latest_of_all_revocations_that_concern_a_token_counts(Set<Scope> revoked) {
        here.follower.start();
        there.follower.start();
        var ann = cluster.user("ann", Role.INSTRUCTOR);
        var bob = cluster.user("bob", Role.STUDENT);
        var token = here.claimsOf(ann);
        var sister = sisterOf(token);
        var otherSession = here.claimsOf(ann);
        var others = here.claimsOf(bob);

        revoked.forEach(scope -> revoke(scope, token, ann));

        var everybody = revoked.contains(Scope.EVERYBODY);
        var account = everybody || revoked.contains(Scope.ACCOUNT);
        var session = account || revoked.contains(Scope.SESSION);
        expect(token, session || revoked.contains(Scope.TOKEN));
        expect(sister, session);
        expect(otherSession, account);
        expect(others, everybody);
        expect(here.claimsOf(ann), false);
    }

    /** Another access token of the same session. */
    private static AccessClaims sisterOf(AccessClaims token) {
        return new AccessClaims(
                "sister of " + token.tokenId(),
                token.session(),
                token.user(),
                token.role(),
                token.epoch(),
                token.issuedAt(),
                token.expiresAt());
    }

    private void revoke(Scope scope, AccessClaims token, User user) {
        switch (scope) {
            case TOKEN -> here.endings.revoke(token);
            case SESSION -> assertThat(here.endings.end(token.session())).isTrue();
            case ACCOUNT -> assertThat(here.accounts.endSessions(user.id()))
                    .isInstanceOf(ManageAccounts.Outcome.Changed.class);
            case EVERYBODY -> here.endings.endEverybodys();
        }
    }

    /** Here at once, there after a question to the feed, and in the store. */
    private void expect(AccessClaims claims, boolean refused) {
        there.execution.advance(Cluster.INTERVAL);
        var expected = refused ? Verdict.Refused.class : Verdict.Admitted.class;
        assertThat(here.standing.known(claims)).as("here").isInstanceOf(expected);
        assertThat(there.standing.known(claims)).as("there").isInstanceOf(expected);
        assertThat(there.standing.asked(claims)).as("in the store").isInstanceOf(expected);
    }

    /** X12: what an account may do is what it may do now, whatever its tokens say. */
    @Test
    void another_role_counts_at_once_and_a_disabled_account_does_not() {
        here.follower.start();
        there.follower.start();
        cluster.user("root", Role.ADMIN);
        var ann = cluster.user("ann", Role.ADMIN);
        var token = here.claimsOf(ann);

        here.accounts.change(ann.id(), Role.STUDENT, null);
        there.execution.advance(Cluster.INTERVAL);
        var student = new Verdict.Admitted(new Actor(ann.id(), Role.STUDENT));
        assertThat(here.standing.known(token)).isEqualTo(student);
        assertThat(there.standing.known(token)).isEqualTo(student);
        assertThat(there.standing.asked(token)).isEqualTo(student);

        here.accounts.change(ann.id(), null, AccountState.DISABLED);
        expect(token, true);
        here.accounts.change(ann.id(), null, AccountState.ACTIVE);
        expect(token, true);
        expect(here.claimsOf(ann), false);

        var later = here.claimsOf(ann);
        here.accounts.delete(ann.id());
        expect(later, true);
    }

    @Test
    void memory_decides_only_while_it_is_synchronised() {
        var ann = cluster.user("ann", Role.STUDENT);
        var token = here.claimsOf(ann);
        assertThat(here.standing.known(token)).as("before the first answer").isInstanceOf(Verdict.Unknown.class);

        here.follower.start();
        assertThat(here.standing.known(token)).isInstanceOf(Verdict.Admitted.class);

        // Its timers do not go on: it hears no more.
        cluster.clock.advance(Cluster.BOUND);
        assertThat(here.standing.known(token)).isInstanceOf(Verdict.Admitted.class);
        there.endings.end(token.session());
        cluster.clock.advance(Duration.ofMillis(1));
        assertThat(here.standing.known(token)).isInstanceOf(Verdict.Unknown.class);
        assertThat(here.standing.asked(token)).isInstanceOf(Verdict.Refused.class);
    }

    /** Where another process issues tokens that live longer, memory forgets too early for them. */
    @Test
    void of_tokens_that_live_longer_than_what_is_remembered_memory_knows_nothing() {
        here.follower.start();
        var token = here.claimsOf(cluster.user("ann", Role.STUDENT));
        var longer = new AccessClaims(
                token.tokenId(),
                token.session(),
                token.user(),
                token.role(),
                token.epoch(),
                token.issuedAt(),
                token.expiresAt().plusSeconds(1));
        assertThat(here.standing.known(longer)).isInstanceOf(Verdict.Unknown.class);
        assertThat(here.standing.asked(longer)).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void what_concerns_no_token_any_more_is_forgotten_and_nothing_else() {
        here.follower.start();
        var ann = cluster.user("ann", Role.STUDENT);
        var token = here.claimsOf(ann);
        here.endings.end(token.session());
        here.execution.advance(Cluster.ACCESS);
        assertThat(here.standing.known(token)).isInstanceOf(Verdict.Refused.class);
        here.execution.advance(Duration.ofMinutes(4));
        assertThat(here.standing.known(token)).as("expired long ago").isInstanceOf(Verdict.Admitted.class);
    }
}
