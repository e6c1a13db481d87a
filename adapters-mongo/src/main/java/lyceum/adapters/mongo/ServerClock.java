package lyceum.adapters.mongo;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;

/**
 * The clock that writes are stamped by, or that of the router to those, and whether it was set back since it was read last. One
 * thread reads it at a time.
 */
final class ServerClock {

    /** @param ofRouter whether writes are stamped by other clocks, of the servers behind it */
    record Reading(Instant time, boolean setBack, boolean ofRouter) {}

    static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final MongoDatabase database;

    /** The least that the server's clock was ahead of ours, which is never set. */
    private long ahead = Long.MIN_VALUE / 2;

    ServerClock(MongoDatabase database) {
        this.database = database;
    }

    Reading read() {
        var asked = NANOSECONDS.toMillis(System.nanoTime());
        var hello = hello();
        var time = hello.getDate("localTime").toInstant().toEpochMilli();
        var answered = NANOSECONDS.toMillis(System.nanoTime());
        // It was read in between: it is ahead by at most the first of these, and by at least the second.
        var setBack = time - asked < ahead - TOLERANCE.toMillis();
        ahead = time - answered;
        return new Reading(Instant.ofEpochMilli(time), setBack, isOfRouter(hello));
    }

    /** Whether there are several servers behind this one, each with a clock of its own. */
    boolean isOfRouter() {
        return isOfRouter(hello());
    }

    private static boolean isOfRouter(Document hello) {
        return "isdbgrid".equals(hello.getString("msg"));
    }

    /** By its old name, which every server knows. */
    private Document hello() {
        return database.runCommand(new Document("isMaster", 1));
    }
}
