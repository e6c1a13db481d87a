package lyceum.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import lyceum.application.identity.ManageAccounts.Outcome;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.fake.Faults.Fault;
import lyceum.fake.FaultySessionRepository;
import lyceum.fake.FaultyUserRepository.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ManageAccountsTest {

    private final Cluster cluster = new Cluster();
    private final Cluster.Instance here = cluster.instance();
    private final User root = cluster.user("root", Role.ADMIN);
    private final User ann = cluster.user("ann", Role.STUDENT);

    private User stored(User user) {
        return cluster.users.find(user.id()).orElseThrow();
    }

    @Test
    void role_and_state_change_together() {
        var outcome = here.accounts.change(ann.id(), Role.INSTRUCTOR, AccountState.DISABLED);
        assertThat(outcome).isEqualTo(new Outcome.Changed(stored(ann)));
        assertThat(stored(ann).role()).isEqualTo(Role.INSTRUCTOR);
        assertThat(stored(ann).isActive()).isFalse();
        assertThat(stored(ann).epoch()).isEqualTo(ann.epoch() + 1);
    }

    @Test
    void nothing_changes_if_it_is_so_already() {
        here.accounts.change(ann.id(), Role.STUDENT, AccountState.ACTIVE);
        assertThat(stored(ann)).isEqualTo(ann);
        assertThat(cluster.users.faults().calls(Operation.REPLACE)).isZero();
    }

    @Test
    void the_last_active_admin_stays_one() {
        var last = new Outcome.LastAdmin();
        assertThat(here.accounts.change(root.id(), Role.STUDENT, null)).isEqualTo(last);
        assertThat(here.accounts.change(root.id(), null, AccountState.DISABLED)).isEqualTo(last);
        assertThat(here.accounts.delete(root.id())).isEqualTo(last);
        assertThat(stored(root)).isEqualTo(root);

        here.accounts.change(ann.id(), Role.ADMIN, null);
        assertThat(here.accounts.change(root.id(), Role.STUDENT, null)).isInstanceOf(Outcome.Changed.class);
        assertThat(here.accounts.delete(ann.id())).isEqualTo(last);
    }

    /** Each finds the other before acting; only who acts last can see that nobody is left. */
    @Test
    @Timeout(60)
    void of_two_admins_who_take_each_other_away_at_once_one_stays() {
        here.accounts.change(ann.id(), Role.ADMIN, null);
        var replacements = cluster.users.faults().calls(Operation.REPLACE);
        cluster.users.faults().inject(Fault.HOLD_BEFORE, Operation.REPLACE);
        var demoted = CompletableFuture.supplyAsync(
                () -> here.accounts.change(root.id(), Role.STUDENT, null), Thread::startVirtualThread);
        await(() -> cluster.users.faults().calls(Operation.REPLACE) > replacements);
        var deleted = new ManageAccounts(cluster.storedUsers, cluster.sessions, here.endings).delete(ann.id());
        cluster.users.faults().heal();
        await(() -> {
            cluster.users.faults().releaseHeld();
            return demoted.isDone();
        });

        assertThat(deleted).isInstanceOf(Outcome.Changed.class);
        assertThat(demoted.join()).isEqualTo(new Outcome.LastAdmin());
        assertThat(stored(root)).isEqualTo(root.restoredAfter(root.withRole(Role.STUDENT)));
        assertThat(here.standing.asked(here.claimsOf(root)))
                .isEqualTo(new Verdict.Admitted(new Actor(root.id(), Role.ADMIN)));
    }

    @Test
    @Timeout(60)
    void an_admin_is_left_however_many_take_each_other_away() {
        var admins = Stream.of("a", "b", "c").map(name -> cluster.user(name, Role.ADMIN)).toList();
        here.accounts.change(root.id(), Role.STUDENT, null);
        for (var round = 0; round < 300; round++) {
            var demotions = admins.stream()
                    .map(each -> CompletableFuture.runAsync(
                            () -> here.accounts.change(each.id(), Role.STUDENT, null), Thread::startVirtualThread))
                    .toList();
            demotions.forEach(CompletableFuture::join);
            assertThat(here.accounts.list(null, 10, Role.ADMIN)).isNotEmpty();
            admins.forEach(each -> here.accounts.change(each.id(), Role.ADMIN, null));
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
            assertThat(Thread.interrupted()).as("given up").isFalse();
        }
    }

    @Test
    void a_password_that_was_changed_meanwhile_counts_when_an_account_is_restored() {
        var hash = new PasswordHash("newer");
        var changed = ann.withRole(Role.INSTRUCTOR).withNewPassword(hash);
        assertThat(ann.restoredAfter(changed)).isEqualTo(
                new User(ann.id(), ann.email(), ann.name(), ann.role(), ann.state(), hash, ann.createdAt(), 1, 4));
        assertThat(ann.restoredAfter(ann.deleted()).passwordHash()).isEqualTo(ann.passwordHash());
    }

    @Test
    void nothing_personal_is_left_of_who_is_deleted() {
        here.accounts.delete(ann.id());
        var left = stored(ann);
        assertThat(left.state()).isEqualTo(AccountState.DELETED);
        assertThat(left.email()).isNotEqualTo(ann.email());
        assertThat(left.name()).doesNotContain("ann");
        assertThat(left.passwordHash()).isNotEqualTo(ann.passwordHash());
        assertThat(cluster.users.findByEmail(new Email("ann@example.org"))).isEmpty();
        assertThat(here.accounts.find(ann.id())).isInstanceOf(Outcome.NotFound.class);
        assertThat(here.accounts.change(ann.id(), Role.ADMIN, null)).isInstanceOf(Outcome.NotFound.class);
        assertThat(here.accounts.list(null, 10, null)).isEqualTo(List.of(root));
    }

    @Test
    void the_sessions_of_who_is_deleted_tell_nothing_any_more() {
        var first = here.claimsOf(ann);
        here.claimsOf(ann);
        here.claimsOf(root);
        here.profiles.of(first);
        here.accounts.delete(ann.id());

        assertThat(cluster.sessions.of(ann.id(), Instant.EPOCH)).isEmpty();
        assertThat(cluster.shared.find(first.session())).isEmpty();
        assertThat(cluster.sessions.of(root.id(), Instant.EPOCH)).hasSize(1);
    }

    @Test
    void sessions_that_could_not_be_ended_with_the_account_are_when_it_is_deleted_again() {
        here.claimsOf(ann);
        cluster.sessions.faults().inject(Fault.FAIL_BEFORE, FaultySessionRepository.Operation.END);
        assertThatThrownBy(() -> here.accounts.delete(ann.id())).isInstanceOf(AccountsUnavailable.class);
        cluster.sessions.faults().heal();

        assertThat(here.accounts.delete(ann.id())).isInstanceOf(Outcome.NotFound.class);
        assertThat(cluster.sessions.of(ann.id(), Instant.EPOCH)).isEmpty();
    }

    @Test
    void who_is_not_there_is_not_found() {
        var nobody = new UserId("f".repeat(24));
        assertThat(here.accounts.find(nobody)).isInstanceOf(Outcome.NotFound.class);
        assertThat(here.accounts.delete(nobody)).isInstanceOf(Outcome.NotFound.class);
        assertThat(here.accounts.endSessions(nobody)).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void sessions_are_told_as_long_as_they_go_on() {
        var first = here.claimsOf(ann);
        var second = here.claimsOf(ann);
        here.claimsOf(root);
        assertThat(here.profiles.sessions(ann.id()))
                .extracting(session -> session.id())
                .containsExactlyInAnyOrder(first.session(), second.session());
        assertThat(here.endings.endOwn(root.id(), first.session())).as("somebody else's").isFalse();
        assertThat(here.endings.endOwn(ann.id(), first.session())).isTrue();
        assertThat(here.endings.endOwn(ann.id(), first.session())).as("again").isFalse();
        assertThat(here.profiles.sessions(ann.id())).hasSize(1);
        here.accounts.endSessions(ann.id());
        assertThat(here.profiles.sessions(ann.id())).isEmpty();
        here.claimsOf(stored(ann));
        cluster.clock.advance(Cluster.SESSION);
        assertThat(here.profiles.sessions(ann.id())).isEmpty();
    }

    /** Redis is away: everything works, and other processes learn of it a little later. */
    @Test
    void nothing_needs_what_is_shared() {
        cluster.shared.away(true);
        var token = here.claimsOf(ann);
        assertThat(here.profiles.of(token)).isPresent();
        assertThat(here.endings.end(token.session())).isTrue();
        here.accounts.change(ann.id(), Role.INSTRUCTOR, null);
        here.endings.endEverybodys();
        assertThat(here.standing.asked(token)).isInstanceOf(Verdict.Refused.class);
    }
}
