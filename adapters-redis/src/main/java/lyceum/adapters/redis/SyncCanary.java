package lyceum.adapters.redis;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.lettuce.core.ScriptOutputType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether what one process changes in Redis reaches the others: sends a mark round, through the scripts into the log and out
 * again by the reader of this process. Synchronisation that is configured and does not work is otherwise hard to notice,
 * for every part of it may be up.
 *
 * <p>Asked more often, it answers what it found last. The partitions take turns.
 */
final class SyncCanary implements Supplier<CompletionStage<Optional<String>>> {

    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);
    private static final int PATIENCE_MILLIS = 1_000;

    private final RedisLink link;
    private final Readers readers;
    private final String prefix;
    private final List<byte[][]> keys;
    private final Script script;
    private final Nonces nonces = new Nonces();
    private final AtomicInteger turn = new AtomicInteger();

    /** Guarded by this. */
    private @Nullable Check last;

    private record Check(long begun, CompletionStage<Optional<String>> answer) {}

    SyncCanary(RedisLink link, Readers readers, RedisCacheOptions options) {
        this.link = link;
        this.readers = readers;
        this.prefix = options.prefix();
        this.keys = new CellKeys(options).canaries();
        this.script = new CacheScripts(options).canary;
    }

    /** What is wrong, if something is. */
    @Override
    public synchronized CompletionStage<Optional<String>> get() {
        long now = System.nanoTime();
        var known = last;
        if (known == null || now - known.begun >= REST_NANOS) {
            known = new Check(now, check());
            last = known;
        }
        return known.answer;
    }

    private CompletionStage<Optional<String>> check() {
        var others = readers.prefixes();
        if (!others.contains(prefix)) {
            return completedStage(Optional.of(others.isEmpty()
                    ? "nobody reads the log"
                    : "the log's prefix differs: " + prefix + " is written and " + others + " is read"));
        }
        var token = nonces.next();
        var seen = readers.await(token).orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        CompletionStage<Optional<String>> back = seen.handle(
                (_, late) -> Optional.ofNullable(late).map(_ -> silence()));
        return sent(token)
                .thenCompose(refused -> refused.isPresent() ? completedStage(refused) : back)
                .exceptionally(failure -> Optional.of(Refusal.of(failure, prefix)))
                .whenComplete((_, _) -> readers.forget(token));
    }

    /** What the server refused, if it did. */
    private CompletionStage<Optional<String>> sent(String token) {
        var some = keys.get(Math.floorMod(turn.getAndIncrement(), keys.size()));
        return link.ask(
                session -> {
                    CompletionStage<List<Object>> answer = script.run(
                            session.commands(), ScriptOutputType.MULTI, some, Bytes.of(token));
                    return answer.thenCombine(session.commands().mget(some[1]), (refused, _) -> refusal(refused));
                },
                failure -> failure instanceof RuntimeException known ? known : new IllegalStateException(failure));
    }

    private Optional<String> refusal(List<Object> answer) {
        return answer.size() < 2
                ? Optional.empty()
                : Optional.of(Refusal.of(text(answer.get(0)), text(answer.get(1)), prefix));
    }

    private static String text(Object part) {
        return part instanceof byte[] bytes ? Bytes.text(bytes) : String.valueOf(part);
    }

    private String silence() {
        return readers.failure()
                .map(failure -> "the log cannot be read: " + Refusal.of(failure, prefix))
                .orElse("records do not come back within 1 s");
    }
}
