package lyceum.e2e.coherence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import lyceum.e2e.Client;
import lyceum.e2e.RedisProcess;

/** Some instances over one Redis and one store, with courses that nobody else touches. */
final class Cluster implements AutoCloseable {

    private static final String EMAIL = "admin@lyceum.example";
    private static final String PASSWORD = "a password for tests";

    private final RedisProcess redis = new RedisProcess();
    private final Store store = new Store();
    private final List<Instance> instances = new CopyOnWriteArrayList<>();
    private final List<String> courses = new ArrayList<>();
    private final Map<Integer, Long> deaths = new ConcurrentHashMap<>();
    private final Client admin;
    private long redisPid;
    private int started;

    /** @param more settings, in addition to those that make it one cluster */
    Cluster(Path folder, int size, int keys, long seed, Map<String, String> more) {
        redisPid = redis.pid();
        try {
            for (; started < size; started++) {
                var way = new FaultProxy(redis.port(), seed + started);
                instances.add(Instance.start(started, folder.resolve("instance-" + started), settings(more), way));
            }
            admin = instances.getFirst().client().loggedIn(EMAIL, PASSWORD);
            instances.forEach(Instance::client);
            IntStream.range(0, keys).mapToObj(this::create).forEach(courses::add);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Map<String, String> settings(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "MONGO_URI", store.uri(),
                "JWT_SECRET", "0123456789abcdef0123456789abcdef",
                "ACCESS_TOKEN_EXPIRE_MINUTES", "600",
                "LYCEUM_ADMIN_EMAIL", EMAIL,
                "LYCEUM_ADMIN_PASSWORD", PASSWORD,
                "LYCEUM_WARM", "false"));
        settings.putAll(more);
        return settings;
    }

    private String create(int number) {
        return admin.json("POST", "/courses",
                "{\"title\":\"Course %d\",\"category\":\"c%d\",\"difficulty\":\"beginner\"}".formatted(number,
                        number % 3))
                .string("id");
    }

    RedisProcess redis() {
        return redis;
    }

    /** A Redis that is stopped could not tell. */
    long redisPid() {
        return redisPid;
    }

    void startRedisAgain() {
        redis.stop();
        redis.startAgain();
        redisPid = redis.pid();
    }

    void kill(Instance instance) {
        deaths.put(instance.number(), System.nanoTime());
        instance.kill();
    }

    /** Whether an operation failed because the process that it asked was dead, which is no fault of the others. */
    boolean explains(Operation failed) {
        return failed.end() >= deaths.getOrDefault(failed.instance(), Long.MAX_VALUE);
    }

    Store store() {
        return store;
    }

    /** In the order of their places, which a restart does not change. */
    List<Instance> instances() {
        return instances;
    }

    Instance victim() {
        return instances.getFirst();
    }

    List<String> courses() {
        return courses;
    }

    String path(int key) {
        return "/courses/" + courses.get(key);
    }

    Client admin(Instance instance) {
        return new Client(instance.client().url(), admin.token());
    }

    void impose(Disturbance disturbance) {
        instances.forEach(instance -> instance.proxy().impose(disturbance));
    }

    void heal() {
        instances.forEach(instance -> instance.proxy().heal());
    }

    /** In place of one that has ended. */
    void startAgain(Instance ended, Map<String, String> more) {
        var again = ended.startAgain(started++, more);
        instances.set(instances.indexOf(ended), again);
        again.client();
    }

    @Override
    public void close() {
        ProcessHandle.of(redisPid).ifPresent(ProcessHandle::destroyForcibly);
        instances.forEach(Instance::close);
        store.close();
        redis.close();
    }
}
