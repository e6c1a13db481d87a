package lyceum.fake;

import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import lyceum.application.Digests;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;

/** Hashes as fast as a test likes, which is why nobody may use it for anything else. */
public final class QuickPasswordHasher implements PasswordHasher {

    private final AtomicLong salts = new AtomicLong();
    private final AtomicLong generation = new AtomicLong();
    private final Semaphore turns;
    private final ThreadLocal<Boolean> inTurn = ThreadLocal.withInitial(() -> false);

    public QuickPasswordHasher() {
        this(2);
    }

    /** @param atOnce how many turns */
    public QuickPasswordHasher(int atOnce) {
        this.turns = new Semaphore(atOnce, true);
    }

    @Override
    public PasswordHash hash(String password) {
        return inTurn(() -> new PasswordHash(generation + "$" + salted("" + salts.incrementAndGet(), password)));
    }

    @Override
    public boolean matches(String password, PasswordHash hash) {
        var parts = hash.value().split("\\$", 3);
        return inTurn(() -> parts.length == 3
                && salted(parts[1], password).equals(parts[1] + "$" + parts[2]));
    }

    private static String salted(String salt, String password) {
        return salt + "$" + HexFormat.of().formatHex(Digests.sha256(salt + password));
    }

    @Override
    public PasswordHash nobodys() {
        return new PasswordHash(generation + "$0$nobody's");
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !hash.value().startsWith(generation + "$");
    }

    /** Every hash made until now is outdated from now on. */
    public void outdateAll() {
        generation.incrementAndGet();
    }

    @Override
    public <T> T inTurn(Supplier<T> work) {
        if (inTurn.get()) {
            return work.get();
        }
        turns.acquireUninterruptibly();
        inTurn.set(true);
        try {
            return work.get();
        } finally {
            inTurn.remove();
            turns.release();
        }
    }
}
