package lyceum.contract;

import static lyceum.contract.UserFixture.ids;
import static lyceum.contract.UserFixture.user;
import static lyceum.contract.UserFixture.userId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Role;
import org.junit.jupiter.api.Test;

/** Which accounts there are. */
public interface UserListContract extends UserFixture {

    @Test
    default void theRolesThatThereAreAreKnown() {
        assertThat(users().anyOf(Role.STUDENT)).isFalse();
        inserted(user(1, Role.STUDENT));
        assertThat(users().anyOf(Role.STUDENT)).isTrue();
        assertThat(users().anyOf(Role.ADMIN)).isFalse();
        inserted(user(2, Role.ADMIN));
        assertThat(users().anyOf(Role.ADMIN)).isTrue();
    }

    @Test
    default void onlyWhoIsActiveCounts() {
        var admin = inserted(user(1, Role.ADMIN));
        inserted(user(2, Role.STUDENT));
        admin = replaced(admin, admin.withState(AccountState.DISABLED));
        assertThat(users().anyOf(Role.ADMIN)).isFalse();
        assertThat(users().anyOtherOf(Role.ADMIN, userId(2))).isFalse();
        admin = replaced(admin, admin.withState(AccountState.ACTIVE));
        assertThat(users().anyOf(Role.ADMIN)).isTrue();
        replaced(admin, admin.deleted());
        assertThat(users().anyOf(Role.ADMIN)).isFalse();
        assertThat(users().anyOtherOf(Role.STUDENT, userId(2))).isFalse();
    }

    @Test
    default void oneIsNoOther() {
        inserted(user(1, Role.ADMIN));
        inserted(user(2, Role.STUDENT));
        assertThat(users().anyOtherOf(Role.ADMIN, userId(1))).isFalse();
        assertThat(users().anyOtherOf(Role.ADMIN, userId(2))).isTrue();
        inserted(user(3, Role.ADMIN));
        assertThat(users().anyOtherOf(Role.ADMIN, userId(1))).isTrue();
    }

    @Test
    default void aListIsInTheOrderOfIds() {
        for (var number : new int[] {16, 3, 9, 1, 10}) {
            inserted(user(number, Role.STUDENT));
        }
        assertThat(ids(users().list(null, 10, null)))
                .containsExactly(userId(1), userId(3), userId(9), userId(10), userId(16));
        assertThat(users().list(null, 1, null)).containsExactly(user(1, Role.STUDENT));
    }

    @Test
    default void aListGoesOnAfterItsLast() {
        IntStream.rangeClosed(1, 7).forEach(number -> inserted(user(number, Role.STUDENT)));
        assertThat(ids(users().list(null, 3, null))).containsExactly(userId(1), userId(2), userId(3));
        assertThat(ids(users().list(userId(3), 3, null))).containsExactly(userId(4), userId(5), userId(6));
        assertThat(ids(users().list(userId(6), 3, null))).containsExactly(userId(7));
        assertThat(users().list(userId(7), 3, null)).isEmpty();
    }

    @Test
    default void aListMayBeOfOneRole() {
        IntStream.rangeClosed(1, 6)
                .forEach(number -> inserted(user(number, number % 2 == 1 ? Role.INSTRUCTOR : Role.STUDENT)));
        assertThat(ids(users().list(null, 2, Role.INSTRUCTOR))).containsExactly(userId(1), userId(3));
        assertThat(ids(users().list(userId(3), 2, Role.INSTRUCTOR))).containsExactly(userId(5));
        assertThat(users().list(null, 2, Role.ADMIN)).isEmpty();
    }

    @Test
    default void aListHasTheDisabledAndNotTheDeleted() {
        var disabled = inserted(user(1, Role.STUDENT));
        var deleted = inserted(user(2, Role.STUDENT));
        inserted(user(3, Role.STUDENT));
        disabled = replaced(disabled, disabled.withState(AccountState.DISABLED));
        replaced(deleted, deleted.deleted());
        assertThat(users().list(null, 2, null)).containsExactly(disabled, user(3, Role.STUDENT));
        assertThat(users().list(null, 2, Role.STUDENT)).containsExactly(disabled, user(3, Role.STUDENT));
    }
}
