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
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
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
        return answer(
                now -> poll(Polls.startedAt(now.time().minus(ago)), now, ago.compareTo(SessionRepository.MEMORY) > 0));
    }

    @Override
    public Batch after(Position position) {
        return answer(now -> Polls.parse(position.text())
                .filter(polls -> !setBack && polls.wereWithin(SessionRepository.MEMORY, now.time()))
                .map(polls -> poll(polls, now, false))
                .orElseGet(() -> poll(Polls.startedAt(now.time()), now, true)));
    }

    /** The clock is read before anything is asked. */
    private Batch answer(Function<ServerClock.Reading, Batch> question) {
        lock.lock();
        try {
            return Outages.translated(() -> {
                var reading = clock.read();
                setBack |= reading.setBack();
                var answer = question.apply(reading);
                setBack = false;
                return answer;
            }, AccountsUnavailable::new);
        } finally {
            lock.unlock();
        }
    }

    private Batch poll(Polls polls, ServerClock.Reading now, boolean gap) {
        var all = accounts.get();
        var start = polls.start(now);
        var told = new ArrayList<Revocation>();
        for (var session : find(all.sessions(), revokedSince(start), OF_SESSION)) {
            told.addAll(ofSession(session));
        }
        for (var user : find(all.users(), changedSince(start), OF_ACCOUNT)) {
            ofAccount(user).ifPresent(told::add);
        }
        told.add(new Revocation.OfEverybody(all.everybodysEpoch().now()));
        return new Batch(told, new Position(polls.then(now.time()).text()), gap);
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

    /** What another program put there is passed over: no token of ours can be of it. */
    private static List<Revocation> ofSession(Document document) {
        var told = new ArrayList<Revocation>();
        SessionDocuments.revokedTokens(document).forEach(token -> told.add(new Revocation.OfToken(token)));
        if (!SessionDocuments.goesOn(document) && document.get(Fields.ID) instanceof ObjectId id) {
            told.add(new Revocation.OfSession(new SessionId(id.toHexString())));
        }
        return told;
    }

    /** None if the id is not one that an account can have. */
    private static Optional<Revocation> ofAccount(Document document) {
        return UserReader.id(document).map(id -> new Revocation.OfAccount(id, UserReader.authority(document)));
    }
}
