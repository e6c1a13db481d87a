package lyceum.domain.identity;

import java.time.Instant;
import lyceum.domain.validation.Rules;

/**
 * An account. It never leaves the identity use cases: what others see is a {@link UserId} and a {@link Role}.
 *
 * @param epoch how many times all that was issued to it has been revoked; see {@link Epoch}
 * @param version grows by one with every change
 */
public record User(
        UserId id,
        Email email,
        String name,
        Role role,
        AccountState state,
        PasswordHash passwordHash,
        Instant createdAt,
        long epoch,
        long version) {

    /** An account that was opened just now. The rules are for this one: an account that there is, is as it is. */
    public static User opened(UserId id, Email email, String name, Role role, PasswordHash hash, Instant now) {
        Rules.begin().line("name", name, 1, 120).enforce();
        return new User(id, email, name, role, AccountState.ACTIVE, hash, now, 0, 1);
    }

    public boolean isActive() {
        return state == AccountState.ACTIVE;
    }

    public Authority authority() {
        return new Authority(role, state, epoch, version);
    }

    public User withRole(Role next) {
        return new User(id, email, name, next, state, passwordHash, createdAt, epoch, version + 1);
    }

    /** Whoever is not active any more has lost what was issued to them, even if they become active again. */
    public User withState(AccountState next) {
        var later = next == AccountState.ACTIVE ? epoch : epoch + 1;
        return new User(id, email, name, role, next, passwordHash, createdAt, later, version + 1);
    }

    /** The same password in another form. */
    public User rehashed(PasswordHash next) {
        return new User(id, email, name, role, state, next, createdAt, epoch, version + 1);
    }

    /** Everything that was issued for the old password is revoked. */
    public User withNewPassword(PasswordHash next) {
        return new User(id, email, name, role, state, next, createdAt, epoch + 1, version + 1);
    }

    public User signedOutEverywhere() {
        return new User(id, email, name, role, state, passwordHash, createdAt, epoch + 1, version + 1);
    }

    /** Nobody can register the address, for the domain is reserved (RFC 2606), and no password has this hash. */
    public User deleted() {
        return new User(
                id,
                new Email(id + "@deleted.invalid"),
                "Deleted account",
                Role.STUDENT,
                AccountState.DELETED,
                new PasswordHash("-"),
                createdAt,
                epoch + 1,
                version + 1);
    }

    /** As it was, after it has become something else: what was revoked meanwhile stays revoked, a newer password counts. */
    public User restoredAfter(User now) {
        var hash = now.state() == AccountState.DELETED ? passwordHash : now.passwordHash();
        return new User(id, email, name, role, state, hash, createdAt, now.epoch(), now.version() + 1);
    }
}
