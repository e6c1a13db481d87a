package lyceum.adapters.mongo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.validation.InvalidInput;
import org.bson.types.ObjectId;

/**
 * A cursor names the last course of a page by its place in the order, so that what is added or removed before it shifts
 * nothing. It also carries a digest of the question, so that it continues no other.
 */
final class Cursors {

    private static final int LONGEST = 200;

    private Cursors() {}

    static String write(CourseQuery query, Order.Position position) {
        var values = position.values().stream().map(value -> Long.toString(value, Character.MAX_RADIX));
        var text = Stream.of(Stream.of(digest(query)), values, Stream.of(position.id().toHexString()))
                .flatMap(part -> part)
                .collect(joining("."));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
    }

    static Order.Position read(CourseQuery query, String cursor) {
        try {
            var parts = text(cursor).split("\\.", -1);
            var keys = Order.of(query.sortBy()).keys().size();
            if (parts.length == keys + 2 && parts[0].equals(digest(query))) {
                var values = Arrays.stream(parts, 1, keys + 1).map(part -> Long.valueOf(part, Character.MAX_RADIX));
                return new Order.Position(values.toList(), new ObjectId(parts[keys + 1]));
            }
        } catch (IllegalArgumentException e) {
            // Neither Base64, nor numbers, nor an id: the answer is the same as for one of another list.
        }
        throw new InvalidInput("cursor", "must be one that the page before this one gave");
    }

    private static String text(String cursor) {
        if (cursor.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        return new String(Base64.getUrlDecoder().decode(cursor), US_ASCII);
    }

    /** No field of a query has a line break in it. The size of a page may change on the way. */
    private static String digest(CourseQuery query) {
        var question = Stream.of(query.search(), query.category(), query.difficulty(), query.sortBy())
                .map(String::valueOf)
                .collect(joining("\n"));
        return UUID.nameUUIDFromBytes(question.getBytes(UTF_8)).toString();
    }
}
