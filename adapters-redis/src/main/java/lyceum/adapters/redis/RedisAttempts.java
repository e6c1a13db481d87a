package lyceum.adapters.redis;

import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import lyceum.domain.identity.Attempts;

/** Counts as strings that expire by themselves. Redis' clock alone decides how long ago something was. */
final class RedisAttempts implements Attempts {

    private static final Script ATTEMPT = Script.of("", "base", "attempts", "attempt");
    private static final Script ATTEMPTED = Script.of("", "base", "attempts", "attempted");

    private final Waiting redis;
    private final String prefix;

    RedisAttempts(Waiting redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix + "attempts:";
    }

    @Override
    public Tally of(String name) {
        return tally(ATTEMPTED, name);
    }

    @Override
    public Tally add(String name, Duration memory) {
        return tally(ATTEMPT, name, Bytes.of(memory.toMillis()));
    }

    @Override
    public void clear(String name) {
        redis.ask(session -> session.commands().unlink(key(name)));
    }

    private Tally tally(Script script, String name, byte[]... args) {
        List<Long> numbers = redis.ask(session -> {
            CompletionStage<List<Long>> answer =
                    script.run(session.commands(), ScriptOutputType.MULTI, new byte[][] {key(name)}, args);
            return answer;
        });
        return new Tally(numbers.get(0), Duration.ofMillis(numbers.get(1)));
    }

    private byte[] key(String name) {
        return Bytes.of(prefix + name);
    }
}
