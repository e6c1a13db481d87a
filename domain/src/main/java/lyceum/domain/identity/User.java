package lyceum.domain.identity;

import java.time.Instant;
import lyceum.domain.validation.Rules;

/** An account. It never leaves the identity use cases: what others see is a {@link UserId} and a {@link Role}. */
public record User(
        UserId id, Email email, String name, Role role, PasswordHash passwordHash, Instant createdAt, long version) {

    public User {
        Rules.begin().line("name", name, 1, 120).enforce();
    }
}
