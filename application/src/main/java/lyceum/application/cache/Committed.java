package lyceum.application.cache;

import java.util.Map;
import java.util.Set;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Tag;

/**
 * What a commit did.
 *
 * @param contents the new content of keys the commit knows; the other keys of the write are only invalidated
 * @param tags what lists are to be invalidated
 * @param happened false if nothing was written: the tiers then stay as they were
 */
public record Committed<T>(T result, Map<CacheKey, Content> contents, Set<Tag> tags, boolean happened) {

    public Committed {
        contents = Map.copyOf(contents);
        tags = Set.copyOf(tags);
    }

    public static <T> Committed<T> of(T result, Map<CacheKey, Content> contents, Set<Tag> tags) {
        return new Committed<>(result, contents, tags, true);
    }

    public static <T> Committed<T> nothing(T result) {
        return new Committed<>(result, Map.of(), Set.of(), false);
    }
}
