package lyceum.application.identity;

import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;
import lyceum.fake.QuickPasswordHasher;

/** A hasher where a test is there when turns are waited for, and while they are had. */
abstract class WatchedTurns implements PasswordHasher {

    static final int TURNS = 4;

    final PasswordHasher hasher = new QuickPasswordHasher(TURNS);

    @Override
    public final PasswordHash hash(String password) {
        return hasher.hash(password);
    }

    @Override
    public final boolean matches(String password, PasswordHash hash) {
        return hasher.matches(password, hash);
    }

    @Override
    public final PasswordHash nobodys() {
        return hasher.nobodys();
    }

    @Override
    public final boolean isOutdated(PasswordHash hash) {
        return hasher.isOutdated(hash);
    }
}
