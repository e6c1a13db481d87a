package lyceum.adapters.web.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import lyceum.application.transfer.ImportRow;
import lyceum.application.transfer.Mapping;

/** All rows of a text. */
final class Read {

    private Read() {}

    static List<ImportRow> csv(String text) {
        return all(CatalogueFormat.CSV, text.getBytes(UTF_8));
    }

    static List<ImportRow> ndjson(String text) {
        return all(CatalogueFormat.NDJSON, text.getBytes(UTF_8));
    }

    static List<ImportRow> all(CatalogueFormat format, byte[] bytes) {
        var rows = new ArrayList<ImportRow>();
        format.open(new ByteArrayInputStream(bytes), Mapping.NONE).forEachRemaining(rows::add);
        return rows;
    }

    /** Rows as text: the line and the fields, or the line and the reason. */
    static List<String> shown(List<ImportRow> rows) {
        return rows.stream()
                .map(row -> switch (row) {
                    case ImportRow.Read(var line, var fields, _) -> line + " " + new TreeMap<>(fields);
                    case ImportRow.Unreadable(var line, var reason) -> line + " " + reason;
                })
                .toList();
    }
}
