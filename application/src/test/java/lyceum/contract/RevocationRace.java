package lyceum.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserRepository;

/**
 * Many threads revoke while one follows. Before each question that one notes what was acknowledged, and after the answer it must
 * know all of it.
 */
final class RevocationRace {

    private static final int WRITERS = 4;
    private static final int WRITES = 150;

    private final UserRepository users;
    private final SessionRepository sessions;
    private final RevocationReader reader;
    private final long seed;
    private final Queue<Revocation> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<String, SessionId> sessionOf = new ConcurrentHashMap<>();

    RevocationRace(UserRepository users, SessionRepository sessions, RevocationReader reader, long seed) {
        this.users = users;
        this.sessions = sessions;
        this.reader = reader;
        this.seed = seed;
    }

    void run() throws Exception {
        Writers.followed(WRITERS, number -> write(number + 1), this::follow);
        assertThat(acknowledged).hasSizeGreaterThan(WRITERS * WRITES / 2);
    }

    private void follow() {
        var due = List.copyOf(acknowledged);
        reader.read();
        assertThat(due).as("with -Dlyceum.seed=%d, all known", seed).allMatch(this::knows);
    }

    /** A token is no longer told of when its session is over, which says as much. */
    private boolean knows(Revocation revocation) {
        return switch (revocation) {
            case Revocation.OfToken(var id) when isOver(id) -> true;
            default -> reader.knows(revocation);
        };
    }

    private boolean isOver(String token) {
        return reader.knows(new Revocation.OfSession(requireNonNull(sessionOf.get(token))));
    }

    private void write(int writer) {
        var random = new SplittableRandom(seed + writer);
        var user = UserFixture.user(writer, Role.INSTRUCTOR);
        assertThat(users.insert(user)).isTrue();
        var own = new ArrayList<SessionId>();
        for (var write = 0; write < WRITES; write++) {
            var next = writer * 10_000 + write;
            switch (random.nextInt(8)) {
                case 0, 1 -> begin(next, own);
                case 2 -> end(own, random);
                case 3, 4 -> revoke(own, random, "token " + next);
                case 5, 6 -> user = changed(user);
                default -> acknowledged.add(new Revocation.OfEverybody(users.beginEpochOfEverybody()));
            }
        }
    }

    private void begin(int number, List<SessionId> own) {
        sessions.insert(SessionFixture.session(number), SessionFixture.grant(0));
        own.add(SessionFixture.sessionId(number));
    }

    private void end(List<SessionId> own, SplittableRandom random) {
        if (!own.isEmpty()) {
            var id = own.remove(random.nextInt(own.size()));
            assertThat(sessions.end(id)).isTrue();
            acknowledged.add(new Revocation.OfSession(id));
        }
    }

    private void revoke(List<SessionId> own, SplittableRandom random, String token) {
        if (!own.isEmpty()) {
            var id = own.get(random.nextInt(own.size()));
            sessions.revokeToken(id, token, SessionFixture.TOKENS_EXPIRE);
            sessionOf.put(token, id);
            acknowledged.add(new Revocation.OfToken(token));
        }
    }

    private User changed(User user) {
        var next = user.signedOutEverywhere();
        assertThat(users.replace(next, user.version())).isTrue();
        acknowledged.add(new Revocation.OfAccount(next.id(), next.authority()));
        return next;
    }
}
