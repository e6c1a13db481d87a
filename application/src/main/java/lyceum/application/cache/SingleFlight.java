package lyceum.application.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets concurrent callers with equal keys share one run of the work.
 *
 * <p>A write that completes must not leave later readers aboard a flight that took off before it: {@link #ground} takes the
 * flights off the board, so that those aboard still land with what they asked for, and whoever comes next starts anew.
 */
final class SingleFlight<K, V> {

    private final ConcurrentHashMap<K, CompletableFuture<V>> board = new ConcurrentHashMap<>();

    /** What a caller gets, and whether it came aboard another's flight. */
    record Seat<V>(CompletionStage<V> landing, boolean shared) {}

    Seat<V> board(K key, Supplier<CompletionStage<V>> work) {
        var flight = new CompletableFuture<V>();
        var other = board.putIfAbsent(key, flight);
        if (other != null) {
            return new Seat<>(other.minimalCompletionStage(), true);
        }
        start(work).whenComplete((value, failure) -> {
            board.remove(key, flight);
            Stages.completing(flight).accept(value, failure);
        });
        return new Seat<>(flight.minimalCompletionStage(), false);
    }

    private static <V> CompletionStage<V> start(Supplier<CompletionStage<V>> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    void ground(Predicate<K> keys) {
        board.keySet().removeIf(keys);
    }
}
