package lyceum.bootstrap;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Stages;
import lyceum.application.coherence.CoherenceStatistics;
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

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final VirtualExecution execution = new VirtualExecution(1);
    private final LoggedOutage outage;
    private final Revocations revocations;
    private final RevocationFollower follower;
    private final TokenStore shared;

    RevocationWatch(
            RevocationFeed feed, Revocations revocations, TokenStore shared, Duration bound, InstantSource clock,
            CoherenceStatistics statistics) {
        this.outage = new LoggedOutage("reading what was revoked", statistics::revocationsFailed);
        this.revocations = revocations;
        this.follower = new RevocationFollower(
                feed, revocations, execution, bound.dividedBy(QUESTIONS_PER_BOUND), clock, outage);
        this.shared = shared;
    }

    /** Completes when it has asked once what was revoked, or after a while. */
    CompletionStage<Void> start() {
        shared.listen(follower::nudge);
        follower.start();
        return execution.within(PATIENCE, follower.first(), () -> Stages.DONE);
    }

    /** What is wrong if memory may not decide, which is slower and depends on MongoDB at every request; empty if it may. */
    Optional<String> complaint() {
        return revocations.synchronised()
                ? Optional.empty()
                : Optional.of("What was revoked lately is not known here, so MongoDB is asked about each token: "
                        + outage.reason().orElse("it is being read"));
    }

    @Override
    public void close() {
        follower.close();
        execution.close();
    }
}
