package lyceum.adapters.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells outages of the store from answers of the store and from mistakes of ours. */
final class Outages {

    /** Not primary, shutting down, stepped down, out of time, majority not reachable. */
    private static final Set<Integer> CODES =
            Set.of(6, 7, 50, 64, 89, 91, 100, 112, 133, 134, 189, 202, 262, 9001, 10058, 10107, 11600, 11602, 13435,
                    13436);

    private Outages() {}

    /** Does the work; an outage comes out as the exception that the port names. */
    static <T extends @Nullable Object> T translated(Supplier<T> work,
            Function<Throwable, RuntimeException> unavailable) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw isOutage(e) ? unavailable.apply(e) : e;
        }
    }

    /** Micronaut Data wraps what the driver throws. */
    static boolean isOutage(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case MongoExecutionTimeoutException e -> true;
            case MongoCursorNotFoundException e -> true;
            case MongoWriteConcernException e -> true;
            case MongoClientException e -> true;
            case MongoSocketException e -> true;
            case MongoInterruptedException e -> true;
            case MongoBulkWriteException e -> e.getWriteConcernError() != null
                    || e.getWriteErrors().stream().anyMatch(error -> CODES.contains(error.getCode()));
            case MongoException e -> CODES.contains(e.getCode());
            default -> isOutage(failure.getCause());
        };
    }
}
