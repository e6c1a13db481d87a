package lyceum.application.identity;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;
import org.jspecify.annotations.Nullable;

/**
 * What admins do with accounts. The last active admin stays one: whoever would take an admin away looks for another one before,
 * and once more afterwards, for two who take each other away at the same moment both find the other before. Whoever commits
 * last of these finds nobody afterwards, and takes it back.
 */
public final class ManageAccounts {

    private static final int TRIES = 5;

    private final UserRepository users;
    private final SessionRepository sessions;
    private final EndSessions endings;

    public ManageAccounts(UserRepository users, SessionRepository sessions, EndSessions endings) {
        this.users = users;
        this.sessions = sessions;
        this.endings = endings;
    }

    public sealed interface Outcome {

        /** Or found as it is. */
        record Changed(User user) implements Outcome {}

        record NotFound() implements Outcome {}

        /** The last active admin must stay one. */
        record LastAdmin() implements Outcome {}

        /** Others keep changing it. */
        record Busy() implements Outcome {}
    }

    public List<User> list(@Nullable UserId after, int limit, @Nullable Role role) {
        return users.list(after, limit, role);
    }

    public Outcome find(UserId id) {
        return users.find(id)
                .filter(user -> user.state() != AccountState.DELETED)
                .<Outcome>map(Outcome.Changed::new)
                .orElseGet(Outcome.NotFound::new);
    }

    /** What is null stays as it is. */
    public Outcome change(UserId id, @Nullable Role role, @Nullable AccountState state) {
        return change(id, user -> {
            var moved = role == null || role == user.role() ? user : user.withRole(role);
            return state == null || state == user.state() ? moved : moved.withState(state);
        });
    }

    /** Its sessions tell of its devices: they go as well, if not with the first attempt then with one that finds it deleted. */
    public Outcome delete(UserId id) {
        var outcome = change(id, User::deleted);
        if (outcome instanceof Outcome.Changed || outcome instanceof Outcome.NotFound) {
            endEachSession(id);
        }
        return outcome;
    }

    private void endEachSession(UserId id) {
        for (var some = all(id); !some.isEmpty(); some = all(id)) {
            some.forEach(session -> endings.end(session.id()));
        }
    }

    /** Or some of many. */
    private List<Session> all(UserId id) {
        return sessions.of(id, Instant.EPOCH);
    }

    public Outcome endSessions(UserId id) {
        return change(id, User::signedOutEverywhere);
    }

    private Outcome change(UserId id, UnaryOperator<User> change) {
        for (var tries = 0; tries < TRIES; tries++) {
            var user = users.find(id).filter(found -> found.state() != AccountState.DELETED).orElse(null);
            if (user == null) {
                return new Outcome.NotFound();
            }
            var next = change.apply(user);
            var leaves = administers(user) && !administers(next);
            if (leaves && !users.anyOtherOf(Role.ADMIN, id)) {
                return new Outcome.LastAdmin();
            }
            if (next.equals(user) || users.replace(next, user.version())) {
                endings.changed(next);
                return leaves && !users.anyOf(Role.ADMIN) ? takeBack(user) : new Outcome.Changed(next);
            }
        }
        return new Outcome.Busy();
    }

    private Outcome takeBack(User admin) {
        for (var tries = 0; tries < TRIES; tries++) {
            var now = users.find(admin.id()).orElseThrow();
            var restored = admin.restoredAfter(now);
            if (users.replace(restored, now.version())) {
                endings.changed(restored);
                return new Outcome.LastAdmin();
            }
        }
        return new Outcome.Busy();
    }

    private static boolean administers(User user) {
        return user.role() == Role.ADMIN && user.isActive();
    }
}
