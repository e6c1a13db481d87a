package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lyceum.domain.idempotency.KeyedRequest;
import lyceum.domain.idempotency.Reply;
import lyceum.domain.idempotency.RequestLedger;
import lyceum.domain.idempotency.Turn;
import org.junit.jupiter.api.Test;

/** What every {@link RequestLedger} must pass. */
public interface RequestLedgerContract {

    /** A day that is yet to come, for a store may throw away by its own clock what has expired. */
    Instant NOW = Instant.parse("2126-02-03T04:05:06.789Z");

    Instant LEASE_OVER = NOW.plus(RequestLedger.LEASE);
    Instant FORGOTTEN = NOW.plus(RequestLedger.MEMORY);
    KeyedRequest REQUEST = new KeyedRequest("key", "content");
    Turn RUNNING = new Turn.Running();
    Turn OTHER = new Turn.Other();
    Reply REPLY = new Reply(
            201,
            Map.of("Location", "/courses/1", "ETag", "\"a\\b.$c\"", "Content-Type", "application/json"),
            "{\"title\":\"Žofie 李 \uD83D\uDE00 \\n\"}");

    /** The ledger under test, the same one throughout a test, empty when the test begins. */
    RequestLedger ledger();

    private Turn begin(Instant now) {
        return ledger().begin(REQUEST, now);
    }

    private Turn.Begun begun(KeyedRequest request, Instant now) {
        return switch (ledger().begin(request, now)) {
            case Turn.Begun begun -> begun;
            case Turn other -> throw new AssertionError(other);
        };
    }

    private Turn.Begun begun(Instant now) {
        return begun(REQUEST, now);
    }

    @Test
    default void whoComesFirstBeginsAndTheOthersWait() {
        var turn = begun(NOW);
        assertThat(turn.key()).isEqualTo(REQUEST.key());
        assertThat(turn.isFirst()).isTrue();
        assertThat(begin(NOW)).isEqualTo(RUNNING);
        assertThat(begin(LEASE_OVER.minusMillis(1))).isEqualTo(RUNNING);
    }

    @Test
    default void everyRequestHasASeedOfItsOwn() {
        var seed = begun(NOW).seed();
        assertThat(begun(new KeyedRequest("another", "content"), NOW).seed()).isNotEqualTo(seed);
    }

    @Test
    default void whatIsDoneIsAnsweredAsItWas() {
        ledger().complete(begun(NOW), REPLY);
        assertThat(begin(NOW)).isEqualTo(new Turn.Done(REPLY));
        assertThat(begin(FORGOTTEN.minusMillis(1))).isEqualTo(new Turn.Done(REPLY));
    }

    @Test
    default void aKeyIsForOneContentWhateverBecameOfIt() {
        var other = new KeyedRequest(REQUEST.key(), "another content");
        var turn = begun(NOW);
        assertThat(ledger().begin(other, NOW)).isEqualTo(OTHER);
        assertThat(ledger().begin(other, LEASE_OVER)).isEqualTo(OTHER);
        ledger().suspend(turn);
        assertThat(ledger().begin(other, NOW)).isEqualTo(OTHER);
        ledger().complete(begun(NOW), REPLY);
        assertThat(ledger().begin(other, NOW)).isEqualTo(OTHER);
    }

    @Test
    default void whatIsLeftUndoneIsTakenUpWithTheSameSeed() {
        var first = begun(NOW);
        var second = begun(LEASE_OVER);
        assertThat(second.seed()).isEqualTo(first.seed());
        assertThat(second.isFirst()).isFalse();
        assertThat(begin(LEASE_OVER)).isEqualTo(RUNNING);
        assertThat(begun(LEASE_OVER.plus(RequestLedger.LEASE)).seed()).isEqualTo(first.seed());
    }

    @Test
    default void whatIsSuspendedIsTakenUpAtOnce() {
        var first = begun(NOW);
        ledger().suspend(first);
        var second = begun(NOW);
        assertThat(second.seed()).isEqualTo(first.seed());
        assertThat(second.isFirst()).isFalse();
        ledger().complete(second, REPLY);
        assertThat(begin(NOW)).isEqualTo(new Turn.Done(REPLY));
    }

    @Test
    default void aReleasedKeyIsAsGoodAsNew() {
        var first = begun(NOW);
        ledger().release(first);
        var next = begun(new KeyedRequest(REQUEST.key(), "another content"), NOW);
        assertThat(next.isFirst()).isTrue();
        assertThat(next.seed()).isNotEqualTo(first.seed());
    }

    @Test
    default void aForgottenKeyIsAsGoodAsNew() {
        var first = begun(NOW);
        ledger().complete(first, REPLY);
        var next = begun(new KeyedRequest(REQUEST.key(), "another content"), FORGOTTEN);
        assertThat(next.isFirst()).isTrue();
        assertThat(next.seed()).isNotEqualTo(first.seed());
        assertThat(ledger().begin(REQUEST, FORGOTTEN)).isEqualTo(OTHER);
    }

    @Test
    default void whatIsTakenUpIsRememberedAnew() {
        begun(NOW);
        ledger().complete(begun(LEASE_OVER), REPLY);
        assertThat(begin(FORGOTTEN)).isEqualTo(new Turn.Done(REPLY));
    }

    @Test
    default void whoWasOvertakenHasNoSay() {
        var overtaken = begun(NOW);
        var second = begun(LEASE_OVER);
        ledger().release(overtaken);
        ledger().suspend(overtaken);
        ledger().complete(overtaken, new Reply(201, Map.of(), "late"));
        assertThat(begin(LEASE_OVER)).isEqualTo(RUNNING);
        ledger().complete(second, REPLY);
        ledger().release(overtaken);
        ledger().suspend(overtaken);
        assertThat(begin(LEASE_OVER)).isEqualTo(new Turn.Done(REPLY));
    }

    @Test
    default void whoseKeyIsAnotherRequestsByNowHasNoSay() {
        var before = begun(NOW);
        ledger().release(before);
        var now = begun(NOW);
        ledger().complete(before, new Reply(201, Map.of(), "late"));
        ledger().suspend(before);
        ledger().release(before);
        assertThat(begin(NOW)).isEqualTo(RUNNING);
        ledger().complete(now, REPLY);
        assertThat(begin(NOW)).isEqualTo(new Turn.Done(REPLY));
    }

    @Test
    default void whatIsDoneStaysDone() {
        var turn = begun(NOW);
        ledger().complete(turn, REPLY);
        ledger().complete(turn, new Reply(201, Map.of(), "late"));
        ledger().suspend(turn);
        ledger().release(turn);
        assertThat(begin(LEASE_OVER)).isEqualTo(new Turn.Done(REPLY));
    }

    @Test
    default void ofManyAtOnceOneBegins() throws Exception {
        for (var round = 0; round < 10; round++) {
            var request = new KeyedRequest("key" + round, "content");
            for (var now : List.of(NOW, LEASE_OVER, LEASE_OVER.plus(RequestLedger.MEMORY))) {
                var turns = atOnce(20, () -> ledger().begin(request, now));
                assertThat(turns).filteredOn(Turn.Begun.class::isInstance).hasSize(1);
                assertThat(turns).filteredOn(RUNNING::equals).hasSize(19);
            }
        }
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = pool.invokeAll(Collections.nCopies(callers, call));
            return calls.stream().map(Future::resultNow).toList();
        }
    }
}
