package lyceum.fake;

import static lyceum.contract.SessionFixture.grant;
import static lyceum.contract.SessionFixture.session;
import static lyceum.contract.SessionFixture.sessionId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import lyceum.contract.RevocationFeedContract;
import lyceum.contract.SessionRepositoryContract;
import lyceum.contract.UserRepositoryContract;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.RevocationFeed.Position;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.UserRepository;
import lyceum.fake.Faults.Fault;
import lyceum.fake.FaultySessionRepository.Operation;
import org.junit.jupiter.api.Test;

/** Without faults they are as good as what they decorate. */
class FaultyAccountsTest implements UserRepositoryContract, SessionRepositoryContract, RevocationFeedContract {

    private final InMemoryUserRepository truthOfUsers = new InMemoryUserRepository();
    private final InMemorySessionRepository truthOfSessions = new InMemorySessionRepository();
    private final InMemoryRevocationFeed truthOfBoth = new InMemoryRevocationFeed(truthOfUsers, truthOfSessions);
    private final FaultyUserRepository users = new FaultyUserRepository(truthOfUsers);
    private final FaultySessionRepository sessions = new FaultySessionRepository(truthOfSessions);
    private final FaultyRevocationFeed feed = new FaultyRevocationFeed(truthOfBoth);

    @Override
    public UserRepository users() {
        return users;
    }

    @Override
    public SessionRepository sessions() {
        return sessions;
    }

    @Override
    public RevocationFeed feed() {
        return feed;
    }

    @Override
    public Position forgotten() {
        var last = feed.since(Duration.ZERO).last();
        truthOfBoth.forget();
        return last;
    }

    @Test
    void aStoreThatIsGoneIsToldByItsException() {
        users.faults().failAll();
        sessions.faults().failAll();
        feed.faults().failAll();
        assertThatExceptionOfType(AccountsUnavailable.class).isThrownBy(users::epochOfEverybody);
        assertThatExceptionOfType(AccountsUnavailable.class).isThrownBy(() -> sessions.end(sessionId(1)));
        assertThatExceptionOfType(AccountsUnavailable.class).isThrownBy(() -> feed.since(Duration.ZERO));
        users.faults().heal();
        assertThat(users.epochOfEverybody()).isZero();
    }

    @Test
    void aLostAnswerHidesWhatHappened() {
        sessions.faults().injectOnce(Fault.FAIL_AFTER, Operation.INSERT);
        assertThatExceptionOfType(AccountsUnavailable.class)
                .isThrownBy(() -> sessions.insert(session(1), grant(0)));
        assertThat(sessions.find(sessionId(1))).contains(session(1));
        assertThat(sessions.faults().calls(Operation.INSERT)).isEqualTo(1);
    }
}
