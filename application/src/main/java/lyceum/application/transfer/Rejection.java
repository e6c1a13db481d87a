package lyceum.application.transfer;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import lyceum.domain.validation.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A row that did not go in.
 *
 * @param field the first field that is wrong; null if the row could not be read at all
 * @param reason everything that is wrong
 */
public record Rejection(long line, @Nullable String field, String reason) {

    /** A row can break a rule in each of twenty thousand lessons. */
    private static final int MOST_REASONS = 10;

    static Rejection of(long line, InvalidInput invalid) {
        var all = invalid.violations();
        var first = all.getFirst();
        var others = all.stream().skip(1).limit(MOST_REASONS - 1).map(other -> other.field() + ' ' + other.rule());
        var more = all.size() > MOST_REASONS ? "; and " + (all.size() - MOST_REASONS) + " more" : "";
        var reason = Stream.concat(Stream.of(first.rule()), others).collect(joining("; ")) + more;
        return new Rejection(line, first.field(), reason);
    }
}
