package lyceum.fake;

import java.time.Duration;
import lyceum.contract.RevocationFeedContract;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.RevocationFeed.Position;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.UserRepository;

class InMemoryRevocationFeedTest implements RevocationFeedContract {

    private final InMemoryUserRepository users = new InMemoryUserRepository();
    private final InMemorySessionRepository sessions = new InMemorySessionRepository();
    private final InMemoryRevocationFeed feed = new InMemoryRevocationFeed(users, sessions);

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
        feed.forget();
        return last;
    }
}
