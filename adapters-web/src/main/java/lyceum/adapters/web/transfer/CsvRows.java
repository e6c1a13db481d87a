package lyceum.adapters.web.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.adapters.web.json.JsonReader;
import lyceum.adapters.web.json.MalformedJson;
import lyceum.application.transfer.ImportRow;
import lyceum.domain.validation.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The rows below a CSV header. Empty cells are not there at all; blank lines are no rows. */
final class CsvRows extends Rows {

    private static final CsvReader.CsvReaderBuilder PARSER = CsvReader.builder();

    private final CsvRecords records;
    private final Set<String> nested;
    private final List<String> header;

    /** @param nested the columns in which a cell may hold a JSON list */
    CsvRows(InputStream input, Set<String> nested) {
        this.records = new CsvRecords(input);
        this.nested = nested;
        this.header = header(record());
    }

    @Override
    public Optional<Set<String>> columns() {
        return Optional.of(Set.copyOf(header));
    }

    @Override
    @Nullable
    ImportRow read() {
        var record = record();
        if (record == null) {
            return null;
        }
        return switch (parse(record)) {
            case Cells(var cells) when cells.size() == header.size() ->
                new ImportRow.Read(record.line(), fields(cells), record.bytes().length);
            case Cells(var cells) -> new ImportRow.Unreadable(
                    record.line(), "has %d cells under a header of %d".formatted(cells.size(), header.size()));
            case Fault(var reason) -> new ImportRow.Unreadable(record.line(), reason);
        };
    }

    private @Nullable RawRecord record() {
        var record = records.next();
        while (record != null && record.isBlank() && record.fault() == null) {
            record = records.next();
        }
        return record;
    }

    private static List<String> header(@Nullable RawRecord record) {
        var parsed = record == null ? new Fault("is missing") : parse(record);
        return switch (parsed) {
            case Fault(var reason) -> throw new InvalidInput("header", reason);
            case Cells(var cells) -> distinct(cells.stream().map(String::strip).toList());
        };
    }

    /** Columns without a name can't be meant by anything. */
    private static List<String> distinct(List<String> names) {
        var seen = new HashSet<String>();
        if (!names.stream().filter(name -> !name.isEmpty()).allMatch(seen::add)) {
            throw new InvalidInput("header", "must not name a column twice");
        }
        return names;
    }

    private sealed interface Parsed {}

    private record Cells(List<String> cells) implements Parsed {}

    private record Fault(String reason) implements Parsed {}

    private static Parsed parse(RawRecord record) {
        if (record.fault() != null) {
            return new Fault(record.fault());
        }
        var text = record.text();
        if (text == null) {
            return new Fault("is not UTF-8");
        }
        try {
            return new Cells(PARSER.ofSingleCsvRecord(text).getFields());
        } catch (CsvParseException broken) {
            return new Fault("is no CSV record");
        }
    }

    private Map<String, Object> fields(List<String> cells) {
        var fields = new HashMap<String, Object>();
        for (var i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty() && !header.get(i).isEmpty()) {
                fields.put(header.get(i), value(header.get(i), cells.get(i)));
            }
        }
        return fields;
    }

    private Object value(String column, String cell) {
        if (!nested.contains(column) || !cell.startsWith("[")) {
            return cell;
        }
        try {
            return PlainJson.of(JsonReader.read(cell.getBytes(UTF_8)));
        } catch (MalformedJson _) {
            return cell;
        }
    }
}
