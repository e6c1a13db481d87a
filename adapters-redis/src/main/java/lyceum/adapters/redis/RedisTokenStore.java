package lyceum.adapters.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lyceum.domain.cache.Kind;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.RefreshGrant;
import lyceum.domain.identity.TokenStore;
import lyceum.domain.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Grants and revocations as strings that expire by themselves. Remaining times are sent and not moments, so that Redis'
 * clock need not agree with this one.
 */
final class RedisTokenStore implements TokenStore {

    private static final Script REVOKE = Script.of("", "revoke");

    /** Beyond the timeout of the command, which is what should end a wait. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final RedisLink link;
    private final String prefix;
    private final Duration timeout;
    private final InstantSource clock;

    RedisTokenStore(RedisLink link, String prefix, Duration timeout, InstantSource clock) {
        this.link = link;
        this.prefix = prefix;
        this.timeout = timeout.plus(GRACE);
        this.clock = clock;
    }

    @Override
    public void save(RefreshGrant grant) {
        var key = key(Kind.REFRESH_TOKENS, grant.tokenHash());
        var text = grant.user() + " " + grant.issuedAt() + " " + grant.expiresAt();
        long left = left(grant.expiresAt());
        if (left > 0) {
            await(session -> session.commands().set(key, Bytes.of(text), SetArgs.Builder.px(left)));
        } else {
            await(session -> session.commands().del(key));
        }
    }

    @Override
    public Optional<RefreshGrant> find(String tokenHash) {
        var key = key(Kind.REFRESH_TOKENS, tokenHash);
        var value = this.<byte @Nullable []>await(session -> session.commands().get(key));
        return Optional.ofNullable(value)
                .flatMap(bytes -> grant(tokenHash, Bytes.text(bytes)))
                .filter(grant -> clock.instant().isBefore(grant.expiresAt()));
    }

    @Override
    public boolean remove(String tokenHash) {
        var key = key(Kind.REFRESH_TOKENS, tokenHash);
        return await(session -> session.commands().del(key)) == 1;
    }

    @Override
    public void revoke(String tokenId, Instant expiresAt) {
        var key = key(Kind.BLACKLISTED_TOKENS, tokenId);
        long left = left(expiresAt);
        if (left > 0) {
            await(session -> REVOKE.run(
                    session.commands(), ScriptOutputType.INTEGER, new byte[][] {key}, Bytes.of(left)));
        }
    }

    @Override
    public boolean revoked(String tokenId) {
        var key = key(Kind.BLACKLISTED_TOKENS, tokenId);
        return await(session -> session.commands().exists(key)) == 1;
    }

    private byte[] key(Kind kind, String id) {
        return Bytes.of(prefix + kind.name() + ':' + id);
    }

    private long left(Instant expiresAt) {
        return Duration.between(clock.instant(), expiresAt).toMillis();
    }

    /** Empty if it is not a grant: whoever shows such a token signs in again. */
    private static Optional<RefreshGrant> grant(String tokenHash, String text) {
        var parts = text.split(" ", -1);
        try {
            var user = new UserId(parts[0]);
            var issuedAt = Instant.parse(parts[1]);
            return Optional.of(new RefreshGrant(tokenHash, user, issuedAt, Instant.parse(parts[2])));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private <T extends @Nullable Object> T await(Function<Session, CompletionStage<T>> question) {
        try {
            return link.ask(question, AccountsUnavailable::new)
                    .toCompletableFuture()
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof AccountsUnavailable failure ? failure : new AccountsUnavailable(e);
        }
    }
}
