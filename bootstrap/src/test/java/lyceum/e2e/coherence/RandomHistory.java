package lyceum.e2e.coherence;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Histories in which everything holds: a register per key, of which each instance has a copy that follows within less
 * than B. An operation has its effect at one moment between its start and its end, and these moments are in order, so
 * whatever is concurrent for the clients has an order all the same.
 */
final class RandomHistory {

    private static final long STEP = 1_000_000;
    private static final long LONGEST = 20_000_000;

    private final Random random;
    private final int keys;
    private final int instances;
    private final long bound;
    private final long[] newest;
    private final List<Copy> copies = new ArrayList<>();

    /** One key on one instance: what it shows, and what is under way to it. */
    private static final class Copy {

        private final List<long[]> underWay = new ArrayList<>();
        private long version;

        long at(long now) {
            underWay.stream().filter(it -> it[0] <= now).forEach(it -> version = Math.max(version, it[1]));
            underWay.removeIf(it -> it[0] <= now);
            return version;
        }
    }

    RandomHistory(long seed, int keys, int instances, long bound) {
        this.random = new Random(seed);
        this.keys = keys;
        this.instances = instances;
        this.bound = bound;
        this.newest = new long[keys];
        for (var i = 0; i < keys * instances; i++) {
            copies.add(new Copy());
        }
    }

    List<Operation> operations(int count) {
        var operations = new ArrayList<Operation>(count);
        for (long i = 1, now = LONGEST; i <= count; i++) {
            now += 1 + random.nextLong(STEP);
            operations.add(operation(now));
        }
        return operations;
    }

    private Operation operation(long now) {
        var key = random.nextInt(keys);
        var instance = random.nextInt(instances);
        var start = now - random.nextLong(LONGEST);
        var end = now + random.nextLong(LONGEST);
        if (random.nextInt(10) > 0) {
            return Operation.read(instance, key, copy(key, instance).at(now), start, end, false);
        }
        write(key, instance, now);
        return Operation.write(instance, key, newest[key], start, end);
    }

    private void write(int key, int writer, long now) {
        newest[key]++;
        for (var instance = 0; instance < instances; instance++) {
            var lag = instance == writer ? 0 : random.nextLong(bound);
            copy(key, instance).underWay.add(new long[] {now + lag, newest[key]});
        }
    }

    private Copy copy(int key, int instance) {
        return copies.get(key * instances + instance);
    }
}
