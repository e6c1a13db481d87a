package lyceum.fake;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.TierStats;
import org.jspecify.annotations.Nullable;

/**
 * The states of all keys, each brought up to the present before it is used, and the log of their changes. The monitor guards
 * everything, so a change and its record are one step.
 */
final class KeyStates {

    interface Step<T extends @Nullable Object> {
        T on(KeyState state, long now);
    }

    private final InstantSource clock;
    private final Rules rules;
    private final @Nullable InMemoryChangeLog log;
    private final Map<CacheKey, KeyState> states = new HashMap<>();

    KeyStates(InstantSource clock, Rules rules, @Nullable InMemoryChangeLog log) {
        this.clock = clock;
        this.rules = rules;
        this.log = log;
    }

    synchronized <T extends @Nullable Object> T on(CacheKey key, Step<T> step) {
        var now = clock.millis();
        var held = states.get(key);
        var state = held == null ? new KeyState() : held;
        state.pass(now);
        var result = step.on(state, now);
        if (state.isEmpty()) {
            states.remove(key);
        } else if (held == null) {
            states.put(key, state);
        }
        return result;
    }

    /** @return how many entries went */
    synchronized long end(Predicate<CacheKey> keys, Consumer<KeyState> how, Announcement announcement) {
        tidy();
        var entries = 0L;
        for (var each : states.entrySet()) {
            if (keys.test(each.getKey())) {
                entries += each.getValue().kept() == null ? 0 : 1;
                how.accept(each.getValue());
            }
        }
        announce(announcement);
        return entries;
    }

    /** To be called within a step. */
    void announce(Announcement announcement) {
        if (log != null) {
            log.append(announcement);
        }
    }

    synchronized void confirm(long from, long until) {
        if (rules.contiguity() && from > rules.trust().horizon()) {
            end(_ -> true, KeyState::end, new Announcement.Cleared());
        }
        if (rules.trust().confirm(until) < until) {
            announce(new Announcement.Confirmed(until));
        }
    }

    synchronized TierStats stats() {
        tidy();
        var kept = states.values().stream().map(KeyState::kept).filter(Objects::nonNull).toList();
        var bytes = kept.stream().mapToLong(CacheEntry::weight).sum();
        return new TierStats(kept.size(), bytes, 0, Map.of("keys", (long) states.size()));
    }

    private void tidy() {
        var now = clock.millis();
        states.values().removeIf(state -> {
            state.pass(now);
            return state.isEmpty();
        });
    }

    synchronized Accidents.Snapshot snapshot() {
        return new Accidents.Snapshot(copy(states), rules.trust().horizon(), log == null ? 0 : log.end());
    }

    private static Map<CacheKey, KeyState> copy(Map<CacheKey, KeyState> states) {
        var copy = new HashMap<CacheKey, KeyState>();
        states.forEach((key, state) -> copy.put(key, state.copy()));
        return copy;
    }

    /** Where epochs are kept, what a server comes back with is not what it had, and so is worth nothing. */
    synchronized void rollBack(Accidents.Snapshot snapshot) {
        states.clear();
        rules.trustFrom(rules.epochs() ? Long.MIN_VALUE : snapshot.horizon);
        if (!rules.epochs()) {
            states.putAll(copy(snapshot.states));
        }
        if (log != null) {
            log.rollBack(snapshot.logEnd, rules.epochs());
        }
    }

    /** After the step, for a reader of the log may take other steps at once. */
    void wakeReaders() {
        if (log != null) {
            log.wake();
        }
    }
}
