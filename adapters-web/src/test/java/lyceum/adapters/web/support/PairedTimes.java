package lyceum.adapters.web.support;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** How long two things took that were done side by side, again and again. */
public final class PairedTimes {

    private static final int PERMUTATIONS = 100_000;

    private final List<Long> ones = new ArrayList<>();
    private final List<Long> others = new ArrayList<>();

    /** In nanoseconds. */
    public void add(long one, long other) {
        ones.add(one);
        others.add(other);
    }

    public int size() {
        return ones.size();
    }

    /** The median of the ones by that of the others. */
    public double ratio() {
        return median(ones) / median(others);
    }

    private static double median(List<Long> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
    }

    /**
     * How likely a difference like this or greater is if there is none: in each pair either could then as well have been the
     * longer one, so the signs of the differences are drawn, over and over. Pairs count by the rank of their ratio (Wilcoxon), so
     * that a few that were held up do not decide.
     */
    public double chance(Random random) {
        var signed = signedRanks();
        var observed = Math.abs(IntStream.of(signed).sum());
        var asGreat = IntStream.range(0, PERMUTATIONS).filter(_ -> drawn(signed, random) >= observed).count();
        return (asGreat + 1.0) / (PERMUTATIONS + 1);
    }

    /** By the size of the ratio, the smallest first; negative where the other one took longer. */
    private int[] signedRanks() {
        var ratios = IntStream.range(0, ones.size())
                .mapToObj(i -> Math.log((double) ones.get(i) / others.get(i)))
                .sorted(comparingDouble(Math::abs))
                .toList();
        return IntStream.range(0, ratios.size())
                .map(i -> (int) Math.signum(ratios.get(i)) * (i + 1))
                .toArray();
    }

    private static int drawn(int[] ranks, Random random) {
        var sum = 0;
        for (var rank : ranks) {
            sum += random.nextBoolean() ? rank : -rank;
        }
        return Math.abs(sum);
    }
}
