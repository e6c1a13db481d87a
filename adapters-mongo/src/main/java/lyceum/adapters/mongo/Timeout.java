package lyceum.adapters.mongo;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long each step may take: finding a server, connecting, and waiting for its answer. */
@Singleton
record Timeout(@Property(name = MongoAdapter.TIMEOUT, defaultValue = "5s") Duration value) {}
