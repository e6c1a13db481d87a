package lyceum.adapters.web.transfer;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonReader;
import lyceum.adapters.web.json.MalformedJson;
import lyceum.application.transfer.ImportRow;
import org.jspecify.annotations.Nullable;

/** One JSON object on each line; blank lines are no rows. */
final class NdjsonRows extends Rows {

    private final ByteWindow window;
    private long line;

    NdjsonRows(InputStream input) {
        window = new ByteWindow(input);
        Utf8Mark.skip(window);
    }

    @Override
    public Optional<Set<String>> columns() {
        return Optional.empty();
    }

    @Override
    @Nullable
    ImportRow read() {
        while (window.at(0) >= 0) {
            line++;
            var record = record();
            if (record.fault() != null) {
                return new ImportRow.Unreadable(line, record.fault());
            }
            if (!record.isBlank()) {
                return row(record);
            }
        }
        return null;
    }

    private RawRecord record() {
        for (var length = 0; length <= RawRecord.MAX_BYTES; length++) {
            var c = window.at(length);
            if (c == '\n' || c < 0) {
                var record = new RawRecord(line, window.copy(length), null);
                window.drop(c < 0 ? length : length + 1);
                return record;
            }
        }
        skipLine();
        return new RawRecord(line, new byte[0], RawRecord.TOO_LONG);
    }

    private void skipLine() {
        for (var c = window.at(0); c >= 0; c = window.at(0)) {
            window.drop(1);
            if (c == '\n') {
                return;
            }
        }
    }

    private ImportRow row(RawRecord record) {
        try {
            return JsonReader.read(record.bytes()) instanceof Json.Obj object
                    ? new ImportRow.Read(line, PlainJson.fields(object), record.bytes().length)
                    : new ImportRow.Unreadable(line, "is no JSON object");
        } catch (MalformedJson wrong) {
            // The parser only knows of this one line.
            var reason = String.valueOf(wrong.getMessage()).replace(", line 1, column ", ", column ");
            return new ImportRow.Unreadable(line, reason);
        }
    }
}
