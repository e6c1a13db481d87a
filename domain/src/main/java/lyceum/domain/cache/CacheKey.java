package lyceum.domain.cache;

import java.util.Collections;
import java.util.Set;

/**
 * The address of an entry, written {@code kind:id}, together with the tags it falls with.
 *
 * <p>Tags belong to the address because a tier must know them before the value exists: a lease remembers their
 * generations, so that a fill which began before a tag was invalidated is stored under generations that no reader asks
 * for any more. Keys of equal kind and id carry equal tags, hence equality leaves them out.
 */
public record CacheKey(Kind kind, String id, Set<Tag> tags) {

    public CacheKey {
        if (id.isEmpty() || id.length() > 200) {
            throw new IllegalArgumentException("a key's id has 1 to 200 characters");
        }
        tags = Set.copyOf(tags);
    }

    public CacheKey(Kind kind, String id) {
        this(kind, id, Set.of());
    }

    public String text() {
        return kind.name() + ':' + id;
    }

    public boolean fallsWith(Set<Tag> ended) {
        return !Collections.disjoint(tags, ended);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CacheKey key && id.equals(key.id) && kind.equals(key.kind);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + kind.name().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
