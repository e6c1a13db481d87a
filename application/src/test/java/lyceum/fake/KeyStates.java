package lyceum.fake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.TierStats;
import org.jspecify.annotations.Nullable;

/** The states of all keys, each brought up to the present before it is used. The monitor guards everything. */
final class KeyStates {

    private final InstantSource clock;
    private final Map<CacheKey, KeyState> states = new HashMap<>();
    private long tokens;

    KeyStates(InstantSource clock) {
        this.clock = clock;
    }

    synchronized <T extends @Nullable Object> T on(CacheKey key, Function<KeyState, T> step) {
        var state = states.computeIfAbsent(key, _ -> new KeyState());
        state.pass(now());
        var result = step.apply(state);
        if (state.isEmpty()) {
            states.remove(key);
        }
        return result;
    }

    void change(CacheKey key, Consumer<KeyState> step) {
        on(key, state -> {
            step.accept(state);
            return true;
        });
    }

    /** @return how many entries were forgotten */
    synchronized long forget(Predicate<CacheKey> keys) {
        tidy();
        var entries = 0L;
        for (var each : states.entrySet()) {
            if (keys.test(each.getKey())) {
                entries += each.getValue().kept() == null ? 0 : 1;
                each.getValue().invalidate(Long.MAX_VALUE, now());
            }
        }
        return entries;
    }

    synchronized TierStats stats() {
        tidy();
        var kept = states.values().stream().map(KeyState::kept).filter(Objects::nonNull).toList();
        var bytes = kept.stream().mapToLong(CacheEntry::weight).sum();
        return new TierStats(kept.size(), bytes, 0, Map.of("keys", (long) states.size()));
    }

    private void tidy() {
        states.values().forEach(state -> state.pass(now()));
        states.values().removeIf(KeyState::isEmpty);
    }

    synchronized String newToken() {
        return Long.toString(++tokens);
    }

    long now() {
        return clock.millis();
    }

    long after(Duration time) {
        return now() + time.toMillis();
    }
}
