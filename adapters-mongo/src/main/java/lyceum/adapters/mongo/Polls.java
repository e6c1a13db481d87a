package lyceum.adapters.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.types.ObjectId;

/**
 * When the last two polls for what has been stamped lately were, by the server's clock.
 *
 * <p>A write gets its stamp a moment before it can be read, so a poll may miss one that has its stamp already. Hence each poll
 * looks back to {@link #OVERLAP} before the poll before the last. A write that is missed nevertheless would have taken longer
 * than that from its stamp to its end, while polls went by; if the whole server stands still, so do the polls.
 *
 * <p>A router tells its own time, and the servers behind it stamp by theirs. So with one it is {@link #APART} that a poll looks
 * back, and the clocks of all of them must be within that.
 */
record Polls(Instant lastButOne, Instant last) {

    static final Duration OVERLAP = Duration.ofSeconds(2);
    static final Duration APART = Duration.ofMinutes(1);

    private static final Pattern FORM = Pattern.compile("poll:(\\d{1,18}):(\\d{1,18}):[0-9a-f]+");

    static Polls startedAt(Instant time) {
        return new Polls(time, time);
    }

    static Optional<Polls> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Polls(time(matcher.group(1)), time(matcher.group(2))))
                : Optional.empty();
    }

    private static Instant time(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    /** From when on the next poll must ask. */
    Instant start(ServerClock.Reading now) {
        return lastButOne.minus(now.ofRouter() ? APART : OVERLAP);
    }

    /** Whether the last one was no longer ago than that, and not later than now, as it is when the clock was set back. */
    boolean wereWithin(Duration memory, Instant now) {
        return last.isAfter(now.minus(memory)) && last.isBefore(now.plus(ServerClock.TOLERANCE));
    }

    Polls then(Instant now) {
        return new Polls(last, now);
    }

    /** Another one every time. */
    String text() {
        return "poll:" + lastButOne.toEpochMilli() + ':' + last.toEpochMilli() + ':' + new ObjectId().toHexString();
    }
}
