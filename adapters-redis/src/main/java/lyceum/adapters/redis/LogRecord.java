package lyceum.adapters.redis;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Tag;

/**
 * The wire format of a record of the change log, after the id of the record before it ({@code prev}):
 *
 * <pre>
 * op obsolete, kind course, id 65f0..., version 7    every version up to this one
 * op tags, tag0 courses, tag1 category:art
 * op prefix, prefix course:6
 * op cleared
 * op confirmed, until 0001700000000000               Redis' time
 * op mark, token ...                                 nothing happened
 * </pre>
 *
 * What cannot be read may be of a later release and have said anything.
 */
final class LogRecord {

    static final String PREV = "prev";
    static final String MARK = "mark";
    static final String TOKEN = "token";

    private static final String OP = "op";

    private LogRecord() {}

    /**
     * @param version {@link Long#MAX_VALUE}, and what has no version and so cannot be compared: whatever there is
     */
    static byte[][] obsolete(CacheKey key, long version) {
        return fields(OP, "obsolete", "kind", key.kind().name(), "id", key.id(), "version", Long.toString(version));
    }

    static byte[][] tags(Collection<Tag> tags) {
        var fields = Stream.<String>builder().add(OP).add("tags");
        int number = 0;
        for (var tag : tags) {
            fields.add("tag" + number++).add(tag.name());
        }
        return fields(fields.build().toArray(String[]::new));
    }

    static byte[][] prefix(String prefix) {
        return fields(OP, "prefix", "prefix", prefix);
    }

    static byte[][] cleared() {
        return fields(OP, "cleared");
    }

    static byte[][] mark() {
        return fields(OP, MARK);
    }

    private static byte[][] fields(String... texts) {
        return Stream.of(texts).map(Bytes::of).toArray(byte[][]::new);
    }

    static boolean isMark(Map<String, String> fields) {
        return MARK.equals(fields.get(OP));
    }

    /** A confirmation is answered in Redis' time. Empty if it cannot be read. */
    static Optional<Announcement> read(Map<String, String> fields) {
        try {
            return switch (of(fields, OP)) {
                case "obsolete" -> Optional.of(new Announcement.Obsolete(
                        new CacheKey(new Kind(of(fields, "kind")), of(fields, "id")),
                        Long.parseLong(of(fields, "version"))));
                case "tags" -> Optional.of(new Announcement.TagsEnded(tags(fields)));
                case "prefix" -> Optional.of(new Announcement.PrefixRemoved(of(fields, "prefix")));
                case "cleared" -> Optional.of(new Announcement.Cleared());
                case "confirmed" -> Optional.of(new Announcement.Confirmed(Long.parseLong(of(fields, "until"))));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Set<Tag> tags(Map<String, String> fields) {
        var tags = new HashSet<Tag>();
        for (int i = 0; i < fields.size() - 2; i++) {
            tags.add(new Tag(of(fields, "tag" + i)));
        }
        return tags;
    }

    private static String of(Map<String, String> fields, String name) {
        var value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }
}
