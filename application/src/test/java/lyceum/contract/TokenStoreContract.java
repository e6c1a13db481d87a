package lyceum.contract;

import static java.util.stream.Collectors.toMap;
import static lyceum.domain.identity.TokenStore.LIFE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.TokenStore;
import lyceum.domain.identity.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link TokenStore} must pass. Moments are of whole milliseconds, as in the {@code SessionRepository}. */
public interface TokenStoreContract {

    UserId USER = new UserId("0123456789abcdef01234567");
    SessionId ID = id(1);
    Duration TICK = Duration.ofSeconds(1);

    /** The store under test, the same one throughout a test, empty when the test begins. */
    TokenStore store();

    /** What another process has of the same store, the same one throughout a test. */
    TokenStore another();

    Instant now();

    /** Lets this much time pass for the store. */
    void passTime(Duration time);

    static SessionId id(int number) {
        return new SessionId("%024x".formatted(number));
    }

    /** Of the month to come. */
    default Session session(SessionId id) {
        return session(id, Duration.ofDays(30));
    }

    private Session session(SessionId id, Duration life) {
        return new Session(id, USER, new Epoch(3, 2), "a phone", now(), now(), now().plus(life));
    }

    private Session saved(int number) {
        return saved(id(number));
    }

    private Session saved(SessionId id) {
        var session = session(id);
        store().save(session);
        return session;
    }

    @Test
    default void aSessionIsFoundAsItWasSaved() {
        var one = saved(ID);
        var other = new Session(
                id(2),
                new UserId("f".repeat(24)),
                new Epoch(Long.MAX_VALUE, 0),
                " 1 Ünïcode 李 \"}\\ 5 ",
                Instant.ofEpochMilli(1),
                Instant.ofEpochMilli(1_234),
                now().plusMillis(60_001));
        var nameless = new Session(id(3), USER, Epoch.FIRST, "", now(), now(), now().plusSeconds(60));
        store().save(other);
        store().save(nameless);
        assertThat(store().find(ID)).contains(one);
        assertThat(store().find(id(2))).contains(other);
        assertThat(another().find(id(2))).contains(other);
        assertThat(another().find(id(3))).contains(nameless);
    }

    @Test
    default void anUnknownSessionIsNotFound() {
        saved(ID);
        assertThat(store().find(id(2))).isEmpty();
    }

    @Test
    default void theSessionsOfAUserAreApart() {
        saved(ID);
        var other = saved(id(2));
        var touched = saved(id(3));
        store().end(ID);
        store().touch(Map.of(id(3), now().plusMillis(5)));
        assertThat(store().find(ID)).isEmpty();
        assertThat(store().find(id(2))).contains(other);
        assertThat(store().find(id(3))).contains(touched.seenAt(now().plusMillis(5)));
    }

    @Test
    default void aSessionIsKeptForItsLife() {
        var session = saved(ID);
        passTime(LIFE.minus(TICK));
        assertThat(store().find(ID)).contains(session);
        passTime(TICK);
        assertThat(store().find(ID)).isEmpty();
    }

    @Test
    default void aSessionSavedAgainIsKeptForAnotherLife() {
        var session = saved(ID);
        passTime(LIFE.minus(TICK));
        store().save(session);
        passTime(LIFE.minus(TICK));
        assertThat(store().find(ID)).contains(session);
    }

    @Test
    default void aSessionThatIsTouchedIsKeptForAnotherLife() {
        var session = saved(ID);
        for (var day = 0; day < 3; day++) {
            passTime(LIFE.minus(TICK));
            session = session.seenAt(now());
            store().touch(Map.of(ID, now()));
            assertThat(another().find(ID)).contains(session);
        }
        passTime(LIFE);
        assertThat(store().find(ID)).isEmpty();
    }

    @Test
    default void aSessionIsNotKeptBeyondItsExpiry() {
        store().save(session(ID, TICK.multipliedBy(5)));
        passTime(TICK.multipliedBy(4));
        store().touch(Map.of(ID, now()));
        assertThat(store().find(ID)).isPresent();
        passTime(TICK);
        assertThat(store().find(ID)).isEmpty();
        store().touch(Map.of(ID, now()));
        assertThat(store().find(ID)).isEmpty();
    }

    @Test
    default void aSessionThatHasExpiredIsNotKept() {
        store().save(session(ID, Duration.ZERO));
        store().save(session(id(2), TICK.negated()));
        assertThat(store().find(ID)).isEmpty();
        assertThat(store().find(id(2))).isEmpty();
    }

    @Test
    default void aTouchMovesTheLastMomentForthAndNeverBack() {
        var session = saved(ID);
        var later = now().plusSeconds(9);
        store().touch(Map.of(ID, later));
        another().touch(Map.of(ID, later.minusMillis(1)));
        assertThat(store().find(ID)).contains(session.seenAt(later));
    }

    /** Whoever is late with what they saw knows all the same that the session is in use. */
    @Test
    default void aLateTouchKeepsTheSessionAllTheSame() {
        var session = saved(ID);
        passTime(LIFE.minus(TICK));
        store().touch(Map.of(ID, session.createdAt().minusSeconds(1)));
        passTime(LIFE.minus(TICK));
        assertThat(store().find(ID)).contains(session);
    }

    @Test
    default void aTouchRevivesNothing() {
        saved(ID);
        passTime(LIFE);
        saved(id(2));
        store().end(id(2));
        store().touch(Map.of(ID, now(), id(2), now(), id(3), now()));
        assertThat(store().find(ID)).isEmpty();
        assertThat(store().find(id(2))).isEmpty();
        assertThat(store().find(id(3))).isEmpty();
    }

    @Test
    default void manyAreTouchedTogether() {
        var kept = IntStream.range(0, 2_500).filter(number -> number % 16 == 7).mapToObj(this::saved).toList();
        var moment = now().plusMillis(7);
        store().touch(Map.of());
        store().touch(IntStream.range(0, 2_500)
                .mapToObj(TokenStoreContract::id)
                .collect(toMap(id -> id, _ -> moment)));
        assertThat(kept).allSatisfy(session -> assertThat(store().find(session.id())).contains(session.seenAt(moment)));
        assertThat(store().find(id(8))).isEmpty();
    }

    @Test
    default void anOlderCopyDoesNotMoveTheLastMomentBackAndANewerMovesItForth() {
        var session = saved(ID);
        var later = now().plusSeconds(9);
        store().touch(Map.of(ID, later));
        another().save(session);
        assertThat(store().find(ID)).contains(session.seenAt(later));
        another().save(session.seenAt(later.plusMillis(1)));
        assertThat(store().find(ID)).contains(session.seenAt(later.plusMillis(1)));
    }

    @Test
    default void whatWasEndedIsNotFoundWhateverIsSaved() {
        var session = saved(ID);
        another().end(ID);
        assertThat(store().find(ID)).isEmpty();
        store().save(session);
        another().save(session.seenAt(now().plusSeconds(1)));
        store().save(session(ID, TICK.negated()));
        store().save(session);
        assertThat(store().find(ID)).isEmpty();
        assertThat(another().find(ID)).isEmpty();
    }

    @Test
    default void whatWasEndedUnheardOfIsNotFoundEither() {
        store().end(ID);
        saved(ID);
        assertThat(store().find(ID)).isEmpty();
    }

    @Test
    default void whatWasEndedIsRememberedForALifeAndNoLonger() {
        store().end(ID);
        passTime(LIFE.minus(TICK));
        saved(ID);
        store().touch(Map.of(ID, now()));
        assertThat(store().find(ID)).isEmpty();
        store().end(ID);
        passTime(LIFE.minus(TICK));
        saved(ID);
        assertThat(store().find(ID)).isEmpty();
        passTime(TICK);
        var session = saved(ID);
        assertThat(store().find(ID)).contains(session);
    }

    @Test
    default void ofManyAtOnceTheLatestMomentAndEveryEndCount() {
        var session = saved(ID);
        saved(id(2));
        var begun = now();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 1; number <= 40; number++) {
                var moment = begun.plusMillis(number);
                var store = number % 2 == 0 ? store() : another();
                var ends = number == 20;
                threads.execute(() -> store.save(session(id(2)).seenAt(moment)));
                threads.execute(() -> store.touch(Map.of(ID, moment, id(2), moment)));
                threads.execute(() -> store.save(session.seenAt(moment.minusMillis(20))));
                if (ends) {
                    threads.execute(() -> store.end(id(2)));
                }
            }
        }
        assertThat(store().find(ID)).contains(session.seenAt(begun.plusMillis(40)));
        assertThat(store().find(id(2))).isEmpty();
    }

    @Test
    default void whatIsAnnouncedReachesEveryListenerOfEveryStore() {
        var all = IntStream.range(0, 4).mapToObj(_ -> new Heard()).toList();
        store().announce();
        store().listen(all.get(0));
        store().listen(all.get(1));
        another().listen(all.get(2));
        another().listen(all.get(3));
        awaitListening();
        // One call may be for what was missed before, so more than one comes from what is announced.
        for (var announcer : new TokenStore[] {store(), another()}) {
            var before = all.stream().map(Heard::times).toList();
            IntStream.range(0, 3).forEach(_ -> announcer.announce());
            for (var i = 0; i < all.size(); i++) {
                all.get(i).await(before.get(i) + 3);
            }
        }
    }

    /** Returns when what is announced reaches both stores. */
    default void awaitListening() {}
}
