package lyceum.application.cache;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one read differs from others of its kind.
 *
 * @param ttlClass null for the kind's own time to live
 * @param skipped names of tiers that this read neither asks nor fills
 */
public record ReadOptions(@Nullable TtlClass ttlClass, Set<String> skipped) {

    public static final ReadOptions DEFAULT = new ReadOptions(null, Set.of());

    public ReadOptions {
        skipped = Set.copyOf(skipped);
    }
}
