package lyceum.contract;

import static lyceum.contract.UserFixture.user;
import static lyceum.contract.UserFixture.userId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.UserRepository;
import org.junit.jupiter.api.Test;

/** What every {@link UserRepository} must pass. */
public interface UserRepositoryContract extends UserChangeContract, UserListContract {

    @Test
    default void whoIsNotThereIsNotFound() {
        var user = user(1, Role.STUDENT);
        assertThat(users().find(user.id())).isEmpty();
        assertThat(users().findByEmail(user.email())).isEmpty();
        assertThat(users().findAll(List.of(user.id()))).isEmpty();
        assertThat(users().findAll(List.of())).isEmpty();
    }

    @Test
    default void whoIsInsertedIsFound() {
        var user = inserted(user(1, "a@example.org", Role.INSTRUCTOR));
        assertThat(users().find(user.id())).contains(user);
        assertThat(users().findByEmail(new Email("A@Example.org"))).contains(user);
        assertThat(users().findByEmail(new Email("b@example.org"))).isEmpty();
    }

    @Test
    default void manyAreFoundAtOnce() {
        var one = inserted(user(1, Role.STUDENT));
        var other = inserted(user(2, Role.ADMIN));
        inserted(user(3, Role.STUDENT));
        assertThat(users().findAll(List.of(one.id(), userId(9), other.id(), one.id())))
                .containsExactlyInAnyOrder(one, other);
    }

    @Test
    default void aTakenAddressIsRefused() {
        users().insert(user(1, "a@example.org", Role.STUDENT));
        assertThat(users().insert(user(2, "a@example.org", Role.ADMIN))).isFalse();
        assertThat(users().find(userId(2))).isEmpty();
        assertThat(users().anyOf(Role.ADMIN)).isFalse();
    }

    @Test
    default void aTakenIdIsRefused() {
        var first = inserted(user(1, "a@example.org", Role.STUDENT));
        assertThat(users().insert(user(1, "b@example.org", Role.STUDENT))).isFalse();
        assertThat(users().findByEmail(new Email("b@example.org"))).isEmpty();
        assertThat(users().find(userId(1))).contains(first);
    }

    @Test
    default void ofManyWithOneAddressOneIsInserted() throws Exception {
        var outcomes = Together.run(16, number -> users().insert(user(number, "a@example.org", Role.STUDENT)));
        assertThat(outcomes).containsOnlyOnce(true);
    }

    @Test
    default void theEpochOfEverybodyBeginsWithZeroAndRises() {
        assertThat(users().epochOfEverybody()).isZero();
        assertThat(users().beginEpochOfEverybody()).isEqualTo(1);
        assertThat(users().beginEpochOfEverybody()).isEqualTo(2);
        assertThat(users().epochOfEverybody()).isEqualTo(2);
    }

    @Test
    default void manyEpochsThatBeginAtOnceAreAllOthers() throws Exception {
        var begun = Together.run(16, _ -> users().beginEpochOfEverybody());
        assertThat(begun).doesNotHaveDuplicates().allMatch(epoch -> epoch >= 1 && epoch <= 16);
        assertThat(users().epochOfEverybody()).isEqualTo(16);
    }
}
