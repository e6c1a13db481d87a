package lyceum.application.cache;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import lyceum.domain.cache.CacheKey;

/** Asks the source of truth. A failure completes exceptionally and is never cached. */
public interface Loader {

    CompletionStage<Loaded> load(CacheKey key);

    /** Asks for many keys in one round trip; the answer has every key asked for. */
    interface Bulk extends Loader {

        CompletionStage<Map<CacheKey, Loaded>> loadAll(Collection<CacheKey> keys);
    }
}
