package lyceum.domain.cache;

import java.util.Set;

/** Something that happened to a shared tier, to be done to the tiers nearer than it as well. */
public sealed interface Announcement {

    /** @param version this and everything older is obsolete; {@link Long#MAX_VALUE}: whatever there is */
    record Obsolete(CacheKey key, long version) implements Announcement {}

    record TagsEnded(Set<Tag> tags) implements Announcement {

        public TagsEnded {
            tags = Set.copyOf(tags);
        }
    }

    record PrefixRemoved(String prefix) implements Announcement {}

    record Cleared() implements Announcement {}

    /** @param until every write committed before this moment was announced before this; by the reader's clock */
    record Confirmed(long until) implements Announcement {}
}
