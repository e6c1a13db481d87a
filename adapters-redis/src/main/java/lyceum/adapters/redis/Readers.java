package lyceum.adapters.redis;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What the readers of change logs in this process have seen, for whoever wants to know whether they see anything. */
final class Readers {

    private final Set<String> prefixes = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private volatile @Nullable Throwable failure;

    void began(String prefix) {
        prefixes.add(prefix);
    }

    Set<String> prefixes() {
        return Set.copyOf(prefixes);
    }

    /** @param why what went wrong, if something did */
    void asked(@Nullable Throwable why) {
        failure = why;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    CompletableFuture<Void> await(String token) {
        return awaited.computeIfAbsent(token, _ -> new CompletableFuture<>());
    }

    void forget(String token) {
        awaited.remove(token);
    }

    void saw(String token) {
        var waiting = awaited.remove(token);
        if (waiting != null) {
            waiting.complete(null);
        }
    }
}
