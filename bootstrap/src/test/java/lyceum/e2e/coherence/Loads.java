package lyceum.e2e.coherence;

import java.util.Set;

/** How often some keys were read from the database by the whole cluster between two moments. */
record Loads(Set<Integer> keys, long start, long end, long count) {

    Loads {
        keys = Set.copyOf(keys);
    }
}
