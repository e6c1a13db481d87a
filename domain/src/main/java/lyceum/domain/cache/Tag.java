package lyceum.domain.cache;

/** A name that many keys share, so that they can be invalidated together in one step, for example {@code courses}. */
public record Tag(String name) {

    public Tag {
        if (name.isEmpty() || name.length() > 200) {
            throw new IllegalArgumentException("a tag has 1 to 200 characters");
        }
    }
}
