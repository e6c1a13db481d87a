package lyceum.adapters.caffeine;

import java.util.Set;
import java.util.stream.Stream;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Trust;

/** The steps that concern many keys: the end of a prefix, the end of everything, and confirmation. */
final class Sweeps {

    private final Cells cells;
    private final Guards guards;
    private final Generations generations;
    private final Writes writes;
    private final Trust trust;
    private final boolean dropAtHoles;

    Sweeps(Cells cells, Guards guards, Generations generations, Writes writes, Trust trust, Set<Mechanism> off) {
        this.cells = cells;
        this.guards = guards;
        this.generations = generations;
        this.writes = writes;
        this.trust = trust;
        this.dropAtHoles = !off.contains(Mechanism.CONTIGUITY);
    }

    /** @return how many entries went */
    long remove(String prefix) {
        return remove(guards.keys(), prefix) + remove(cells.keys(), prefix);
    }

    private long remove(Stream<CacheKey> keys, String prefix) {
        return keys.filter(key -> key.text().startsWith(prefix))
                .filter(writes::remove)
                .count();
    }

    void clear() {
        generations.endAll();
        cells.removeAll();
    }

    /** The horizon moves last: a read that believes an entry by it sees what is gone. */
    void confirm(long from, long until) {
        if (dropAtHoles && from > trust.horizon()) {
            clear();
        }
        trust.confirm(until);
    }
}
