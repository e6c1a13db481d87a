package lyceum.adapters.web.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts CSV into records, by the quotes alone (RFC 4180), and finds the way again after a record that is broken.
 *
 * <p>A quote that is never closed would swallow the rest of the file. So a record that does not end well is only its first
 * line, and reading goes on with the next one. What is read twice for that is bounded, because a hostile file could have
 * every one of its lines read again and again.
 */
final class CsvRecords {

    private static final long MAX_READ_AGAIN = 64L << 20;

    private enum State {
        FIELD_BEGINS,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final ByteWindow window;
    private long line = 1;
    private long readAgain;

    CsvRecords(InputStream input) {
        window = new ByteWindow(input);
        Utf8Mark.skip(window);
    }

    /** The next record, or null at the end. */
    @Nullable
    RawRecord next() {
        if (window.at(0) < 0) {
            return null;
        }
        var state = State.FIELD_BEGINS;
        for (var offset = 0; offset < RawRecord.MAX_BYTES; offset++) {
            var c = window.at(offset);
            if (endsLine(c) && state != State.QUOTED) {
                return cut(offset, null);
            }
            if (c < 0) {
                return firstLine(offset, "has a quote that is never closed");
            }
            if (state == State.QUOTE_IN_QUOTED && c != '"' && c != ',') {
                return firstLine(offset, "has text between a closing quote and the next comma");
            }
            state = after(state, c);
        }
        return firstLine(RawRecord.MAX_BYTES, RawRecord.TOO_LONG + ", perhaps by a quote that is not closed");
    }

    private static State after(State state, int c) {
        return switch (state) {
            case QUOTED -> c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> c == '"' ? State.QUOTED : State.FIELD_BEGINS;
            case FIELD_BEGINS -> c == '"' ? State.QUOTED : plain(c);
            case PLAIN -> plain(c);
        };
    }

    private static State plain(int c) {
        return c == ',' ? State.FIELD_BEGINS : State.PLAIN;
    }

    private static boolean endsLine(int c) {
        return c == '\n' || c == '\r' || c < 0;
    }

    private RawRecord firstLine(int seen, String fault) {
        var length = 0;
        while (!endsLine(window.at(length))) {
            length++;
            if (length == RawRecord.MAX_BYTES) {
                return skipLine(fault);
            }
        }
        readAgain += seen - length;
        if (readAgain > MAX_READ_AGAIN) {
            throw new UncheckedIOException(new IOException("this is no CSV: too many quotes are not closed"));
        }
        return cut(length, fault);
    }

    /** Lets go of a line that is too long to be kept. */
    private RawRecord skipLine(String fault) {
        while (!endsLine(window.at(0))) {
            window.drop(1);
        }
        return cut(0, fault);
    }

    private RawRecord cut(int length, @Nullable String fault) {
        var record = new RawRecord(line, window.copy(length), fault);
        line += linesIn(record.bytes()) + 1;
        var end = window.at(length) == '\r' && window.at(length + 1) == '\n' ? 2 : 1;
        window.drop(window.at(length) < 0 ? length : length + end);
        return record;
    }

    /** A carriage return ends a line unless a line feed follows that does. */
    private static int linesIn(byte[] bytes) {
        var lines = 0;
        for (var i = 0; i < bytes.length; i++) {
            var last = i + 1 == bytes.length || bytes[i + 1] != '\n';
            lines += bytes[i] == '\n' || (bytes[i] == '\r' && last) ? 1 : 0;
        }
        return lines;
    }
}
