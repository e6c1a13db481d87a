package lyceum.application.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.application.Digests;
import lyceum.application.IdSource;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccessToken;
import lyceum.domain.identity.AccessTokenIssuer;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.fake.FaultyRevocationFeed;
import lyceum.fake.FaultySessionRepository;
import lyceum.fake.FaultyUserRepository;
import lyceum.fake.HeardTurns;
import lyceum.fake.InMemoryRevocationFeed;
import lyceum.fake.InMemorySessionRepository;
import lyceum.fake.InMemoryTokenStore;
import lyceum.fake.InMemoryUserRepository;
import lyceum.fake.ManualClock;
import lyceum.fake.ManualExecution;
import org.jspecify.annotations.Nullable;

/** The stores that instances share, and as many instances as a test wants. */
final class Cluster {

    static final Duration ACCESS = Duration.ofMinutes(15);
    static final Duration SESSION = Duration.ofDays(7);
    static final Duration BOUND = Duration.ofSeconds(2);
    static final Duration INTERVAL = Duration.ofMillis(250);

    final ManualClock clock = new ManualClock();
    final InMemoryUserRepository storedUsers = new InMemoryUserRepository();
    private final InMemorySessionRepository storedSessions = new InMemorySessionRepository();
    final InMemoryRevocationFeed storedFeed = new InMemoryRevocationFeed(storedUsers, storedSessions);
    final FaultyUserRepository users = new FaultyUserRepository(storedUsers);
    final FaultySessionRepository sessions = new FaultySessionRepository(storedSessions);
    final FaultyRevocationFeed feed = new FaultyRevocationFeed(storedFeed);
    final InMemoryTokenStore shared = new InMemoryTokenStore(clock);
    final List<byte[]> keys = List.of("a server's secret of some length".getBytes(UTF_8));
    private final AtomicLong ids = new AtomicLong(0x1000);
    private final AtomicLong random = new AtomicLong();
    private final IdSource idSource = () -> "%024x".formatted(ids.incrementAndGet());

    String secret() {
        return HexFormat.of().formatHex(Digests.sha256("secret " + random.incrementAndGet())).substring(0, 43);
    }

    User user(String name, Role role) {
        return user(name, role, new PasswordHash("of " + name));
    }

    User user(String name, Role role, PasswordHash hash) {
        var user = User.opened(
                new UserId(idSource.next()), new Email(name + "@example.org"), name, role, hash, clock.instant());
        users.insert(user);
        return user;
    }

    /** One process. */
    final class Instance {

        final ManualExecution execution = ManualExecution.direct(clock);
        final HeardTurns turnsOfFollower = new HeardTurns();
        final HeardTurns turnsOfPresence = new HeardTurns();
        final Revocations revocations = new Revocations(ACCESS, BOUND, clock);
        final SharedSessions sharedSessions = new SharedSessions(shared, sessions);
        final Standing standing = new Standing(revocations, sessions, users);
        final RevocationFollower follower =
                new RevocationFollower(feed, revocations, execution, INTERVAL, clock, turnsOfFollower);
        final EndSessions endings = new EndSessions(sessions, users, sharedSessions, revocations);
        final Presence presence = new Presence(
                sessions, sharedSessions, users, revocations, execution, clock, Presence.INTERVAL, turnsOfPresence);
        final ReadProfile profiles = new ReadProfile(users, sessions, sharedSessions, presence, clock);
        final ManageAccounts accounts = new ManageAccounts(users, sessions, endings);
        final RefreshChain chain;
        final OpenSession open;
        final RefreshSession refresh;

        /** What the last access token said. */
        final LastClaims last = new LastClaims();

        Instance(List<byte[]> keys) {
            this.chain = new RefreshChain(keys, Cluster.this::secret);
            this.open = new OpenSession(
                    sessions,
                    sharedSessions,
                    chain,
                    last,
                    idSource,
                    Cluster.this::secret,
                    new OpenSession.Lifetimes(ACCESS, SESSION),
                    clock);
            this.refresh = new RefreshSession(sessions, users, chain, open, endings, clock);
        }

        TokenPair signIn(User user) {
            var now = users.find(user.id()).orElseThrow();
            return open.open(now, new Epoch(now.epoch(), users.epochOfEverybody()), "test");
        }

        AccessClaims claimsOf(User user) {
            signIn(user);
            return last.claims();
        }
    }

    Instance instance() {
        return new Instance(keys);
    }

    /** An issuer whose tokens are told apart by their ids. */
    static final class LastClaims implements AccessTokenIssuer {

        private volatile @Nullable AccessClaims claims;

        @Override
        public AccessToken issue(AccessClaims next) {
            claims = next;
            return new AccessToken(next.tokenId(), Duration.between(next.issuedAt(), next.expiresAt()));
        }

        AccessClaims claims() {
            return Objects.requireNonNull(claims);
        }
    }
}
