package lyceum.fake;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong with the operations of a port, and how often each was called. A faulty decorator passes every
 * call through {@link #apply}; a test programs it.
 *
 * @param <O> the port's operations
 */
public final class Faults<O extends Enum<O>> {

    public enum Fault {
        /** The request was lost: nothing happened. */
        FAIL_BEFORE,
        /** The answer was lost: it happened all the same. */
        FAIL_AFTER,
        /** The request waits for {@link #releaseHeld}, and only then happens. */
        HOLD_BEFORE,
        /** It happens; the answer waits for {@link #releaseHeld}. */
        HOLD_AFTER
    }

    private final Class<O> operations;
    private final Function<O, RuntimeException> failure;
    private final Map<O, Fault> lasting = new ConcurrentHashMap<>();
    private final Map<O, Fault> once = new ConcurrentHashMap<>();
    private final Map<O, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Queue<CompletableFuture<Void>> held = new ArrayDeque<>();

    Faults(Class<O> operations, Function<O, RuntimeException> failure) {
        this.operations = operations;
        this.failure = failure;
    }

    /** From now on, until healed. */
    @SafeVarargs
    public final void inject(Fault fault, O... affected) {
        for (var operation : affected) {
            lasting.put(operation, fault);
        }
    }

    /** At the next call only; goes before a lasting fault. */
    public void injectOnce(Fault fault, O operation) {
        once.put(operation, fault);
    }

    /** The server is gone. */
    public void failAll() {
        inject(Fault.FAIL_BEFORE, operations.getEnumConstants());
    }

    /** No faults any more; what is held stays held. */
    public void heal() {
        lasting.clear();
        once.clear();
    }

    /** Lets everything held go on, in the order of the calls, on this thread. */
    public void releaseHeld() {
        for (var next = nextHeld(); next != null; next = nextHeld()) {
            next.complete(null);
        }
    }

    public int calls(O operation) {
        return calls.getOrDefault(operation, new AtomicInteger()).get();
    }

    <T> CompletionStage<T> apply(O operation, Supplier<CompletionStage<T>> call) {
        calls.computeIfAbsent(operation, _ -> new AtomicInteger()).incrementAndGet();
        var next = once.remove(operation);
        return switch (next == null ? lasting.get(operation) : next) {
            case null -> call.get();
            case FAIL_BEFORE -> fail(operation);
            case FAIL_AFTER -> call.get().thenCompose(_ -> fail(operation));
            case HOLD_BEFORE -> hold().thenCompose(_ -> call.get());
            case HOLD_AFTER -> {
                var answer = call.get();
                yield hold().thenCompose(_ -> answer);
            }
        };
    }

    /** The same for a port whose methods block: a caller that is held waits on its own thread. */
    <T> T ask(O operation, Supplier<T> call) {
        try {
            return apply(operation, () -> outcome(call)).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The same where there is no answer to be had. */
    void run(O operation, Runnable call) {
        ask(operation, () -> {
            call.run();
            return true;
        });
    }

    private static <T> CompletionStage<T> outcome(Supplier<T> call) {
        try {
            return CompletableFuture.completedStage(call.get());
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private <T> CompletionStage<T> fail(O operation) {
        return CompletableFuture.failedStage(failure.apply(operation));
    }

    private CompletionStage<Void> hold() {
        var stage = new CompletableFuture<Void>();
        synchronized (held) {
            held.add(stage);
        }
        return stage;
    }

    private @Nullable CompletableFuture<Void> nextHeld() {
        synchronized (held) {
            return held.poll();
        }
    }
}
