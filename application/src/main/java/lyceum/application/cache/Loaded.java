package lyceum.application.cache;

import lyceum.domain.cache.Content;
import org.jspecify.annotations.Nullable;

/**
 * What a load found.
 *
 * @param ttl this entry's own time to live; null leaves it to the call and the kind
 */
public record Loaded(Content content, @Nullable Ttl ttl) {

    public Loaded(Content content) {
        this(content, null);
    }
}
