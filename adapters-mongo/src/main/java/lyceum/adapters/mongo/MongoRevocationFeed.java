package lyceum.adapters.mongo;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Authority;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.UserId;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * Asks for what has been stamped lately; see {@link Polls}. There is a gap where the server's clock was set back, and where what
 * was ended may have been forgotten.
 *
 * <p>It reads what the server has, and not what a majority is known to have: that could be long in coming after the stamp, while
 * polls go by. What is undone again by a failure of the server was then revoked in vain, for as long as it is remembered.
 * Everybody's epoch has no stamp to be missed by, and must not be told too high.
 */
final class MongoRevocationFeed implements RevocationFeed {

    private static final int AT_ONCE = 1_000;

    private static final Bson OF_SESSION = include(SessionFields.ENDED, SessionFields.REVOKED_TOKENS);
    private static final Bson OF_ACCOUNT =
            include(UserDocument.ROLE, UserDocument.STATE, UserDocument.EPOCH, UserDocument.VERSION);

    /** Of an account that cannot be read: it lets nobody in. */
    private static final Authority NONE =
            new Authority(Role.STUDENT, AccountState.DISABLED, Long.MAX_VALUE, Long.MAX_VALUE);

    private final Prepared<Accounts> accounts;
    private final ServerClock clock;
    private final ReentrantLock lock = new ReentrantLock();

    /** Whether the clock was set back, until an answer has said so. */
    private boolean setBack;

    MongoRevocationFeed(Prepared<Accounts> accounts, ServerClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Batch since(Duration ago) {
        return answer(now -> poll(Polls.startedAt(now.minus(ago)), now, ago.compareTo(SessionRepository.MEMORY) > 0));
    }

    @Override
    public Batch after(Position position) {
        return answer(now -> Polls.parse(position.text())
                .filter(polls -> !setBack && polls.wereWithin(SessionRepository.MEMORY, now))
                .map(polls -> poll(polls, now, false))
                .orElseGet(() -> poll(Polls.startedAt(now), now, true)));
    }

    /** The clock is read before anything is asked. */
    private Batch answer(Function<Instant, Batch> question) {
        lock.lock();
        try {
            return Outages.translated(() -> {
                var reading = clock.read();
                setBack |= reading.setBack();
                var answer = question.apply(reading.time());
                setBack = false;
                return answer;
            }, AccountsUnavailable::new);
        } finally {
            lock.unlock();
        }
    }

    private Batch poll(Polls polls, Instant now, boolean gap) {
        var all = accounts.get();
        var told = new ArrayList<Revocation>();
        for (var session : find(all.sessions(), revokedSince(polls.start()), OF_SESSION)) {
            told.addAll(ofSession(session));
        }
        for (var user : find(all.users(), changedSince(polls.start()), OF_ACCOUNT)) {
            ofAccount(user).ifPresent(told::add);
        }
        told.add(new Revocation.OfEverybody(all.everybodysEpoch().now()));
        return new Batch(told, new Position(polls.then(now).text()), gap);
    }

    private static List<Document> find(MongoCollection<Document> collection, Bson filter, Bson projection) {
        return collection
                .withReadConcern(ReadConcern.LOCAL)
                .find(filter)
                .projection(projection)
                .batchSize(AT_ONCE)
                .into(new ArrayList<>());
    }

    static Bson revokedSince(Instant time) {
        return gte(SessionFields.REVOKED_AT, SessionDocuments.date(time));
    }

    static Bson changedSince(Instant time) {
        return gte(UserDocument.CHANGED_AT, SessionDocuments.date(time));
    }

    private static List<Revocation> ofSession(Document document) {
        var stored = new Stored(document);
        var told = new ArrayList<Revocation>();
        SessionDocuments.revokedTokens(document).forEach(token -> told.add(new Revocation.OfToken(token)));
        if (!SessionDocuments.goesOn(document)) {
            told.add(new Revocation.OfSession(new SessionId(stored.id())));
        }
        return told;
    }

    /** None if the id is not one that an account can have. */
    private static Optional<Revocation> ofAccount(Document document) {
        return document.get(Fields.ID) instanceof ObjectId id
                ? Optional.of(new Revocation.OfAccount(new UserId(id.toHexString()), authority(new Stored(document))))
                : Optional.empty();
    }

    private static Authority authority(Stored user) {
        try {
            return new Authority(
                    user.constant(UserDocument.ROLE, Role.class),
                    Names.parse(AccountState.class, user.text(UserDocument.STATE, Names.of(AccountState.ACTIVE))),
                    user.whole(UserDocument.EPOCH, 0),
                    user.whole(UserDocument.VERSION, 0));
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return NONE;
        }
    }
}
