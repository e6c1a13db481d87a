package lyceum.fake;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.application.Digests;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;

/** Hashes as fast as a test likes, which is why nobody may use it for anything else. */
public final class QuickPasswordHasher implements PasswordHasher {

    private final AtomicLong salts = new AtomicLong();

    @Override
    public PasswordHash hash(String password) {
        return salted(salts.incrementAndGet(), password);
    }

    @Override
    public boolean matches(String password, PasswordHash hash) {
        var salt = Long.parseLong(hash.value().substring(0, hash.value().indexOf('$')));
        return salted(salt, password).equals(hash);
    }

    private static PasswordHash salted(long salt, String password) {
        return new PasswordHash(salt + "$" + HexFormat.of().formatHex(Digests.sha256(salt + password)));
    }
}
