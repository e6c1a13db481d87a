package lyceum.e2e.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import lyceum.e2e.Client;
import lyceum.e2e.RedisProcess;
import lyceum.e2e.Until;
import lyceum.e2e.coherence.FaultProxy;
import lyceum.e2e.coherence.Instance;
import lyceum.e2e.coherence.Store;

/** Three instances, each with its own way to the one Redis and to the one store, and people who use them. */
final class Fleet implements AutoCloseable {

    /** {@code LYCEUM_STALENESS_BOUND}, as it is unless set. */
    static final Duration BOUND = Duration.ofSeconds(2);

    static final double BOUND_MILLIS = BOUND.toMillis();

    private static final int SIZE = 3;
    private static final String EMAIL = "admin@lyceum.example";
    private static final String PASSWORD = "correct horse battery";

    private final RedisProcess redis = new RedisProcess();
    private final Store store = new Store();
    private final List<Member> members = new ArrayList<>();
    private final AtomicInteger visitors = new AtomicInteger();

    Fleet(Path folder, long seed) {
        try {
            var port = store.uri().replaceAll(".*:(\\d+)/.*", "$1");
            for (var number = 0; number < SIZE; number++) {
                var way = new FaultProxy(Integer.parseInt(port), seed - number);
                var settings = settings(store.uri().replace(":" + port + '/', ":" + way.port() + '/'));
                var toRedis = new FaultProxy(redis.port(), seed + number);
                members.add(new Member(
                        Instance.start(number, folder.resolve("instance-" + number), settings, toRedis), way));
            }
            admin();
            awaitRedis();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Map<String, String> settings(String store) {
        return Map.of(
                "MONGO_URI", store,
                "JWT_SECRET", "0123456789abcdef0123456789abcdef",
                "LYCEUM_ADMIN_EMAIL", EMAIL,
                "LYCEUM_ADMIN_PASSWORD", PASSWORD,
                // So that a test need not wait long for an answer that there is no answer.
                "LYCEUM_MONGO_TIMEOUT", "1s",
                "LYCEUM_WARM", "false");
    }

    RedisProcess redis() {
        return redis;
    }

    Store store() {
        return store;
    }

    List<Member> members() {
        return members;
    }

    Member first() {
        return members.getFirst();
    }

    /** All but the first. */
    List<Member> others() {
        return members.subList(1, SIZE);
    }

    /** The first admin's, with a new session, at the first member. */
    Client admin() {
        return first().anonymous().loggedIn(EMAIL, PASSWORD);
    }

    /** Somebody new. */
    Visitor visitor() {
        return Visitor.at(first().anonymous(), "visitor" + visitors.incrementAndGet() + "@lyceum.example");
    }

    /** Everything works again when it returns. */
    void heal() {
        members.forEach(Member::heal);
        awaitRedis();
    }

    /** Everybody hears what is announced. */
    private void awaitRedis() {
        var channel = "lyceum:revocations";
        redis.ask(commands -> {
            Until.holds("all listen", () -> commands.pubsubNumsub(channel).getOrDefault(channel, 0L) == SIZE);
            return true;
        });
    }

    /** In place of those that have ended. */
    void startAgain() {
        members.forEach(Member::heal);
        members.replaceAll(member -> member.instance().alive() ? member : member.startAgain());
        members.forEach(Member::anonymous);
        awaitRedis();
    }

    @Override
    public void close() {
        members.forEach(Member::close);
        store.close();
        redis.close();
    }
}
