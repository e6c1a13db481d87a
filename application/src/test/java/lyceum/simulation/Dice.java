package lyceum.simulation;

/**
 * Chance that depends on nothing but what it is asked for: the same seed and numbers give the same throws, whatever was
 * thrown for other purposes before. So an action that is taken out of a schedule changes little of the luck of the rest.
 */
final class Dice {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    Dice(long seed, long... numbers) {
        state = mix(seed + GOLDEN);
        for (var number : numbers) {
            state = mix(state ^ (number * GOLDEN));
        }
    }

    /** The finaliser of MurmurHash3, with Stafford's constants. */
    private static long mix(long value) {
        var mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to below the limit. */
    int below(int limit) {
        return (int) Math.floorMod(next(), (long) limit);
    }

    /** From least to most, both included. */
    long between(long least, long most) {
        return least + Math.floorMod(next(), most - least + 1);
    }

    boolean chance(int permille) {
        return permille > 0 && below(1_000) < permille;
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[below(of.length)];
    }

    /** From 0 to below 1. */
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }
}
