package lyceum.bootstrap;

import java.time.Duration;
import java.time.InstantSource;
import lyceum.application.identity.RevocationFollower;
import lyceum.application.identity.Revocations;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.TokenStore;

/**
 * Keeps this process informed of what is revoked, while it is open. It has an execution of its own: no number of reads that wait
 * for the database keeps its questions waiting.
 */
final class RevocationWatch implements AutoCloseable {

    /** What the bound is divided by: there is time for some questions to be late or to fail. */
    private static final int QUESTIONS_PER_BOUND = 8;

    private final VirtualExecution execution = new VirtualExecution(1);
    private final RevocationFollower follower;
    private final TokenStore shared;

    RevocationWatch(
            RevocationFeed feed, Revocations revocations, TokenStore shared, Duration bound, InstantSource clock) {
        this.follower = new RevocationFollower(
                feed, revocations, execution, bound.dividedBy(QUESTIONS_PER_BOUND), clock);
        this.shared = shared;
    }

    void start() {
        shared.listen(follower::nudge);
        follower.start();
    }

    @Override
    public void close() {
        follower.close();
        execution.close();
    }
}
