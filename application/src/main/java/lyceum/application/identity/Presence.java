package lyceum.application.identity;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.application.cache.Execution;
import lyceum.application.coherence.Loop;
import lyceum.application.coherence.LoopListener;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Authority;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;

/**
 * Who was here lately: gathered in memory, since no request waits for a store, and passed on every few seconds. Before that
 * the accounts of all who were here are read again, so that what another program did to one, or that it deleted it, is
 * noticed even though nothing in the feed tells of it.
 */
public final class Presence implements AutoCloseable {

    /** What other programs did to an account in use is noticed after this time. */
    public static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final int ACCOUNTS_AT_ONCE = 1_000;

    /** Of an account that is no more. */
    private static final Authority NONE =
            new Authority(Role.STUDENT, AccountState.DELETED, Long.MAX_VALUE, Long.MAX_VALUE);

    /** @param at in milliseconds since the epoch */
    private record Seen(UserId user, long at) {}

    private final Map<SessionId, Seen> seen = new ConcurrentHashMap<>();
    private final SessionRepository sessions;
    private final SharedSessions shared;
    private final UserRepository users;
    private final Revocations revocations;
    private final Execution execution;
    private final InstantSource clock;
    private final Duration interval;
    private final Loop loop;

    /**
     * @param interval how long is gathered
     * @param listener hears whether it could be passed on
     */
    public Presence(
            SessionRepository sessions,
            SharedSessions shared,
            UserRepository users,
            Revocations revocations,
            Execution execution,
            InstantSource clock,
            Duration interval,
            LoopListener listener) {
        this.sessions = sessions;
        this.shared = shared;
        this.users = users;
        this.revocations = revocations;
        this.execution = execution;
        this.clock = clock;
        this.interval = interval;
        this.loop = new Loop(execution, interval, this::turn, listener);
    }

    public void start() {
        loop.start();
    }

    /** On the path of every request: to a second it is known well enough. */
    public void note(AccessClaims claims) {
        var now = clock.millis();
        var last = seen.get(claims.session());
        if (last == null || now - last.at() >= 1_000) {
            seen.put(claims.session(), new Seen(claims.user(), now));
        }
    }

    /** The session with what is not passed on yet. */
    Session upToDate(Session session) {
        var last = seen.get(session.id());
        return last == null || last.at() <= session.lastSeenAt().toEpochMilli()
                ? session
                : session.seenAt(Instant.ofEpochMilli(last.at()));
    }

    private CompletionStage<Duration> turn() {
        return execution.call(() -> {
            var gathered = Map.copyOf(seen);
            readAgain(gathered.values().stream().map(Seen::user).distinct().toList());
            passOn(gathered);
            return interval;
        });
    }

    /** What could not be passed on stays for the next time, and so do accounts that could not be read. */
    private void passOn(Map<SessionId, Seen> gathered) {
        if (gathered.isEmpty()) {
            return;
        }
        var moments = gathered.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, each -> Instant.ofEpochMilli(each.getValue().at())));
        sessions.touch(moments);
        shared.touch(moments);
        gathered.forEach(seen::remove);
    }

    private void readAgain(List<UserId> ids) {
        for (var from = 0; from < ids.size(); from += ACCOUNTS_AT_ONCE) {
            read(ids.subList(from, Math.min(from + ACCOUNTS_AT_ONCE, ids.size())));
        }
    }

    private void read(List<UserId> some) {
        var missing = new HashSet<>(some);
        for (User user : users.findAll(some)) {
            missing.remove(user.id());
            revocations.apply(new Revocation.OfAccount(user.id(), user.authority()));
        }
        missing.forEach(id -> revocations.apply(new Revocation.OfAccount(id, NONE)));
    }

    /** Passes on what there is. */
    @Override
    public void close() {
        loop.close();
        try {
            passOn(Map.copyOf(seen));
        } catch (AccountsUnavailable away) {
            // Nobody will miss the last seconds.
        }
    }
}
