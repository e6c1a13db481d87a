package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lyceum.domain.identity.RefreshGrant;
import lyceum.domain.identity.TokenStore;
import lyceum.domain.identity.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link TokenStore} must pass. */
public interface TokenStoreContract {

    UserId USER = new UserId("0123456789abcdef01234567");
    Duration SHORT = Duration.ofMillis(300);

    /** The store under test, the same one throughout a test, empty when the test begins. */
    TokenStore store();

    Instant now();

    /** Returns when at least this much time has passed for the store. */
    void passTime(Duration time);

    private RefreshGrant grant(String tokenHash, Duration life) {
        return new RefreshGrant(tokenHash, USER, now(), now().plus(life));
    }

    private RefreshGrant saved(String tokenHash, Duration life) {
        var grant = grant(tokenHash, life);
        store().save(grant);
        return grant;
    }

    @Test
    default void aGrantIsFoundAsItWasSaved() {
        var one = saved("one", Duration.ofDays(7));
        var other = new RefreshGrant("other", new UserId("f".repeat(24)), now().minusNanos(1), now().plusSeconds(60));
        store().save(other);
        assertThat(store().find("one")).contains(one);
        assertThat(store().find("other")).contains(other);
    }

    @Test
    default void anUnknownGrantIsNotFound() {
        saved("known", Duration.ofDays(7));
        assertThat(store().find("unknown")).isEmpty();
        assertThat(store().find("know")).isEmpty();
        assertThat(store().find("*")).isEmpty();
    }

    @Test
    default void aGrantSavedAgainReplacesTheFirst() {
        saved("hash", Duration.ofDays(1));
        var later = saved("hash", Duration.ofDays(2));
        assertThat(store().find("hash")).contains(later);
    }

    @Test
    default void aGrantIsRemovedOnce() {
        saved("hash", Duration.ofDays(7));
        var other = saved("other", Duration.ofDays(7));
        assertThat(store().remove("hash")).isTrue();
        assertThat(store().remove("hash")).isFalse();
        assertThat(store().find("hash")).isEmpty();
        assertThat(store().find("other")).contains(other);
    }

    @Test
    default void ofManyWhoRemoveAGrantAtOnceOneIsToldSo() throws Exception {
        for (var round = 0; round < 20; round++) {
            var hash = "hash" + round;
            saved(hash, Duration.ofDays(7));
            assertThat(atOnce(8, () -> store().remove(hash))).containsOnlyOnce(true);
        }
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = pool.invokeAll(Collections.nCopies(callers, call));
            return calls.stream().map(Future::resultNow).toList();
        }
    }

    @Test
    default void aGrantExpires() {
        saved("short", SHORT);
        var lasting = saved("lasting", Duration.ofDays(7));
        passTime(SHORT);
        assertThat(store().find("short")).isEmpty();
        assertThat(store().remove("short")).isFalse();
        assertThat(store().find("lasting")).contains(lasting);
    }

    @Test
    default void aGrantThatIsOverIsNotKept() {
        saved("past", Duration.ofSeconds(-1));
        assertThat(store().find("past")).isEmpty();
        assertThat(store().remove("past")).isFalse();
    }

    @Test
    default void aGrantReplacedByOneThatIsOverIsGone() {
        saved("hash", Duration.ofDays(7));
        saved("hash", Duration.ofSeconds(-1));
        assertThat(store().find("hash")).isEmpty();
    }

    @Test
    default void aRevokedTokenIsRevokedAndNoOther() {
        store().revoke("revoked", now().plusSeconds(900));
        assertThat(store().revoked("revoked")).isTrue();
        assertThat(store().revoked("other")).isFalse();
        assertThat(store().revoked("revoke")).isFalse();
    }

    @Test
    default void aTokenMayBeRevokedAgain() {
        store().revoke("revoked", now().plusSeconds(900));
        store().revoke("revoked", now().plusSeconds(900));
        assertThat(store().revoked("revoked")).isTrue();
    }

    /** Otherwise whoever revokes twice could shorten a revocation. */
    @Test
    default void aRevocationIsNeverShortened() {
        store().revoke("revoked", now().plusSeconds(900));
        store().revoke("revoked", now().plus(SHORT));
        store().revoke("revoked", now().minusSeconds(1));
        passTime(SHORT);
        assertThat(store().revoked("revoked")).isTrue();
    }

    @Test
    default void aRevocationIsForgottenWhenTheTokenHasExpired() {
        store().revoke("revoked", now().plus(SHORT));
        assertThat(store().revoked("revoked")).isTrue();
        passTime(SHORT);
        assertThat(store().revoked("revoked")).isFalse();
    }

    @Test
    default void grantsAndRevocationsOfTheSameNameAreApart() {
        store().revoke("same", now().plusSeconds(900));
        assertThat(store().find("same")).isEmpty();
        assertThat(store().remove("same")).isFalse();
        assertThat(store().revoked("same")).isTrue();
    }
}
