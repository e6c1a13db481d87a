package lyceum.contract;

import static java.util.stream.Collectors.toMap;
import static lyceum.contract.SessionFixture.session;
import static lyceum.contract.SessionFixture.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import org.junit.jupiter.api.Test;

/** Whose sessions there are, and when they were last seen. */
public interface SessionListContract extends SessionFixture {

    private List<SessionId> ofSomebody(Instant now) {
        return sessions().of(SOMEBODY, now).stream().map(Session::id).toList();
    }

    private Instant lastSeen(SessionId id) {
        return sessions().find(id).orElseThrow().lastSeenAt();
    }

    @Test
    default void whoHasNoneHasNone() {
        inserted(session(1));
        assertThat(sessions().of(SOMEBODY_ELSE, BEGUN)).isEmpty();
    }

    @Test
    default void onesOwnThatGoOnAreListed() {
        var own = inserted(session(1));
        inserted(session(2, SOMEBODY_ELSE, BEGUN.plus(LIFE)));
        inserted(session(3, SOMEBODY, BEGUN.plusSeconds(9)));
        var longer = inserted(session(4, SOMEBODY, BEGUN.plusSeconds(11)));
        inserted(session(5));
        sessions().end(sessionId(5));
        assertThat(sessions().of(SOMEBODY, BEGUN.plusSeconds(10))).containsExactlyInAnyOrder(own, longer);
        assertThat(ofSomebody(BEGUN)).containsExactlyInAnyOrder(sessionId(1), sessionId(3), sessionId(4));
    }

    @Test
    default void theLastSeenComesFirst() {
        inserted(session(1));
        inserted(session(2));
        inserted(session(3));
        sessions().touch(Map.of(
                sessionId(1), BEGUN.plusSeconds(2), sessionId(2), BEGUN.plusSeconds(3), sessionId(3),
                BEGUN.plusSeconds(1)));
        assertThat(ofSomebody(BEGUN)).containsExactly(sessionId(2), sessionId(1), sessionId(3));
        sessions().touch(Map.of(sessionId(3), BEGUN.plusSeconds(4)));
        assertThat(ofSomebody(BEGUN)).containsExactly(sessionId(3), sessionId(2), sessionId(1));
    }

    @Test
    default void aHundredAreEnough() {
        var seen = IntStream.rangeClosed(1, 103).boxed()
                .map(number -> inserted(session(number)))
                .collect(toMap(Session::id, session -> BEGUN.plusSeconds(Long.parseLong(session.id().value(), 16))));
        sessions().touch(seen);
        assertThat(ofSomebody(BEGUN)).hasSize(100).startsWith(sessionId(103)).endsWith(sessionId(4));
    }

    @Test
    default void manyAreTouchedAtOnceAndNothingElseChanges() {
        var before = IntStream.rangeClosed(1, 20).mapToObj(number -> inserted(session(number))).toList();
        var seen = before.stream().limit(15).collect(toMap(Session::id, _ -> BEGUN.plusSeconds(60)));
        sessions().touch(seen);
        var after = sessions().of(SOMEBODY, BEGUN).stream().collect(toMap(Session::id, Function.identity()));
        assertThat(before).allSatisfy(session -> assertThat(after.get(session.id()))
                .isEqualTo(session.seenAt(seen.getOrDefault(session.id(), BEGUN))));
    }

    @Test
    default void nothingIsTouchedByNobody() {
        inserted(session(1));
        sessions().touch(Map.of());
        assertThat(lastSeen(sessionId(1))).isEqualTo(BEGUN);
    }

    @Test
    default void theLastSeenIsNeverMovedBack() {
        var id = inserted(session(1)).id();
        sessions().touch(Map.of(id, BEGUN.minusSeconds(1)));
        assertThat(lastSeen(id)).isEqualTo(BEGUN);
        sessions().touch(Map.of(id, BEGUN.plusSeconds(9)));
        sessions().touch(Map.of(id, BEGUN.plusSeconds(8)));
        assertThat(lastSeen(id)).isEqualTo(BEGUN.plusSeconds(9));
    }
}
