package lyceum.e2e.identity;

import java.nio.file.Path;
import java.util.Objects;
import lyceum.e2e.coherence.Signals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes of the artefact, one Redis, one store, and faults between them: what was promised of accounts, sessions and
 * tokens is measured. All have the one fleet, since starting it takes longest, and leave it in order.
 */
class IdentityIT {

    private static final long SEED = Long.getLong("lyceum.identity.seed", System.nanoTime());

    @TempDir
    private static Path folder;

    private static @Nullable Fleet started;

    @BeforeAll
    static void start() {
        Signals.assumePossible();
        System.out.println("identity: seed " + SEED);
        started = new Fleet(folder, SEED);
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    private static Fleet started() {
        return Objects.requireNonNull(started);
    }

    @Nested
    class Sessions extends SessionCases {

        @Override
        Fleet fleet() {
            return started();
        }
    }

    @Nested
    class Revocations extends RevocationCases {

        @Override
        Fleet fleet() {
            return started();
        }
    }

    @Nested
    class Outages extends OutageCases {

        @Override
        Fleet fleet() {
            return started();
        }
    }
}
