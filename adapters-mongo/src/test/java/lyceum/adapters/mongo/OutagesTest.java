package lyceum.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;

class OutagesTest {

    private static final ServerAddress SERVER = new ServerAddress();

    private static MongoCommandException command(int code) {
        return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), SERVER);
    }

    @Test
    void whatKeepsTheStoreFromAnsweringIsAnOutage() {
        for (var failure : List.of(
                new MongoTimeoutException("no server"),
                new MongoClientException("closed"),
                new MongoSocketReadException("cut", SERVER),
                new MongoExecutionTimeoutException(50, "slow"),
                new MongoNotPrimaryException(new BsonDocument("code", new BsonInt32(10107)), SERVER),
                command(189),
                new IllegalStateException("wrapped", new MongoTimeoutException("no server")))) {
            assertThat(Outages.isOutage(failure)).as(failure.toString()).isTrue();
        }
    }

    @Test
    void mistakesAreNot() {
        for (var failure : List.of(command(2), command(11000), new IllegalStateException("ours"))) {
            assertThat(Outages.isOutage(failure)).as(failure.toString()).isFalse();
        }
    }
}
