package lyceum.contract;

import static lyceum.contract.UserFixture.user;
import static lyceum.contract.UserFixture.userId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import org.junit.jupiter.api.Test;

/** How accounts change: a version at a time. */
public interface UserChangeContract extends UserFixture {

    int THREADS = 16;

    @Test
    default void everythingThatCanChangeIsStored() {
        var user = inserted(user(1, Role.STUDENT));
        user = replaced(user, user.withRole(Role.INSTRUCTOR));
        assertThat(users().find(user.id())).contains(user);
        user = replaced(user, user.withState(AccountState.DISABLED));
        assertThat(users().find(user.id())).contains(user);
        user = replaced(user, user.withState(AccountState.ACTIVE));
        user = replaced(user, user.withNewPassword(new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$b3RoZXI")));
        user = replaced(user, user.signedOutEverywhere());
        assertThat(users().find(user.id())).contains(user);
        assertThat(users().findByEmail(user.email())).contains(user);
        assertThat(user.version()).isEqualTo(6);
    }

    @Test
    default void aChangeOfAnotherVersionIsRefused() {
        var first = inserted(user(1, Role.STUDENT));
        var second = replaced(first, first.withRole(Role.ADMIN));
        assertThat(users().replace(first.withState(AccountState.DISABLED), first.version())).isFalse();
        assertThat(users().replace(second.withRole(Role.STUDENT), 3)).isFalse();
        assertThat(users().find(first.id())).contains(second);
    }

    @Test
    default void whoIsNotThereIsNotReplaced() {
        var user = user(1, Role.STUDENT);
        assertThat(users().replace(user.withRole(Role.ADMIN), 1)).isFalse();
        assertThat(users().find(user.id())).isEmpty();
    }

    @Test
    default void aChangeLeavesOthersAlone() {
        var one = inserted(user(1, Role.STUDENT));
        var other = inserted(user(2, Role.STUDENT));
        replaced(one, one.withRole(Role.ADMIN));
        assertThat(users().find(other.id())).contains(other);
    }

    @Test
    default void ofManyChangesOneIsStored() throws Exception {
        var user = inserted(user(1, Role.STUDENT));
        Queue<User> stored = new ConcurrentLinkedQueue<>();
        Together.run(THREADS, number -> {
            var changed = user.rehashed(new PasswordHash("hash " + number));
            return users().replace(changed, user.version()) && stored.add(changed);
        });
        assertThat(stored).hasSize(1);
        assertThat(users().find(user.id())).contains(stored.element());
    }

    @Test
    default void noChangeIsLost() throws Exception {
        inserted(user(1, Role.STUDENT));
        Together.run(THREADS, _ -> {
            var before = users().find(userId(1)).orElseThrow();
            while (!users().replace(before.signedOutEverywhere(), before.version())) {
                before = users().find(userId(1)).orElseThrow();
            }
            return true;
        });
        assertThat(users().find(userId(1))).map(User::epoch).contains((long) THREADS);
    }

    /** Or somebody could be taken for what they were at another time. */
    @Test
    default void aReadSeesAllOfAVersionOrNothingOfIt() throws Exception {
        inserted(user(1, Role.STUDENT));
        Queue<User> torn = new ConcurrentLinkedQueue<>();
        Together.run(THREADS, _ -> {
            for (var step = 0; step < 20; step++) {
                var seen = users().find(userId(1)).orElseThrow();
                if (seen.epoch() != seen.version() - 1) {
                    torn.add(seen);
                }
                users().replace(seen.signedOutEverywhere(), seen.version());
            }
            return true;
        });
        assertThat(torn).isEmpty();
    }

    @Test
    default void whoIsDeletedLeavesAnIdAndFreesTheAddress() {
        var before = inserted(user(1, "a@example.org", Role.ADMIN));
        var deleted = replaced(before, before.deleted());
        assertThat(users().findByEmail(before.email())).isEmpty();
        assertThat(users().find(before.id())).contains(deleted);
        var next = inserted(user(2, "a@example.org", Role.STUDENT));
        assertThat(users().findByEmail(before.email())).contains(next);
        replaced(next, next.deleted());
        assertThat(users().insert(user(3, "a@example.org", Role.STUDENT))).isTrue();
    }
}
