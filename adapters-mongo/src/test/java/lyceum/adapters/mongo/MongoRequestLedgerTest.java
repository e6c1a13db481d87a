package lyceum.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lyceum.contract.RequestLedgerContract;
import lyceum.domain.idempotency.KeyedRequest;
import lyceum.domain.idempotency.LedgerUnavailable;
import lyceum.domain.idempotency.Reply;
import lyceum.domain.idempotency.RequestLedger;
import lyceum.domain.idempotency.Turn;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRequestLedgerTest implements RequestLedgerContract {

    @RegisterExtension
    static final Mongo MONGO = new Mongo();

    @Override
    public RequestLedger ledger() {
        return MONGO.bean(RequestLedger.class);
    }

    @Test
    void theServerForgetsByItself() {
        ledger();
        var lives = new HashMap<Object, Object>();
        MONGO.collection("idempotency")
                .listIndexes()
                .forEach(index -> lives.put(index.get("key"), index.getOrDefault("expireAfterSeconds", "for ever")));
        assertThat(lives.get(new Document("expires_at", 1))).asString().isEqualTo("0");
    }

    @Test
    void aServerThatDoesNotIsHelpedAtTheStart() {
        var longAgo = Instant.now().minus(RequestLedger.MEMORY).minus(Duration.ofSeconds(1));
        ledger().begin(new KeyedRequest("old", "content"), longAgo);
        ledger().begin(new KeyedRequest("new", "content"), Instant.now());
        MongoRequestLedger.prepare(MONGO.collection("idempotency"));
        assertThat(MONGO.collection("idempotency").find().map(each -> each.getString("_id"))).containsExactly("new");
    }

    @Test
    void anOutageIsTold() {
        var settings = Map.<String, Object>of("mongodb.uri", "mongodb://127.0.0.1:1/x", MongoAdapter.TIMEOUT, "100ms");
        try (var context = ApplicationContext.run(settings)) {
            var away = context.getBean(RequestLedger.class);
            var turn = new Turn.Begun("key", "seed", 1);
            for (ThrowingCallable question : new ThrowingCallable[] {
                () -> away.begin(new KeyedRequest("key", "content"), Instant.EPOCH),
                () -> away.complete(turn, new Reply(201, Map.of(), "")),
                () -> away.release(turn),
                () -> away.suspend(turn)}) {
                assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(question);
            }
        }
    }
}
