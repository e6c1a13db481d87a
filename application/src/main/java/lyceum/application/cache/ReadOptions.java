package lyceum.application.cache;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one read differs from others of its kind.
 *
 * @param ttlClass null for the kind's own time to live
 * @param skipped names of tiers that this read neither asks nor fills
 * @param directives what the request asks of its answer
 */
public record ReadOptions(@Nullable TtlClass ttlClass, Set<String> skipped, Directives directives) {

    public static final ReadOptions DEFAULT = new ReadOptions(null, Set.of(), Directives.NONE);

    public ReadOptions {
        skipped = Set.copyOf(skipped);
    }

    public ReadOptions(@Nullable TtlClass ttlClass, Set<String> skipped) {
        this(ttlClass, skipped, Directives.NONE);
    }

    public static ReadOptions of(Directives directives) {
        return directives.none() ? DEFAULT : new ReadOptions(null, Set.of(), directives);
    }
}
