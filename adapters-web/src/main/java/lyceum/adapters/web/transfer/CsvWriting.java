package lyceum.adapters.web.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.application.transfer.CourseRow;
import lyceum.application.transfer.Field;
import lyceum.domain.course.Course;
import org.jspecify.annotations.Nullable;

/** CSV with a header. Modules are a JSON list in their cell; tags are too, where a bar between them is not enough. */
final class CsvWriting implements Consumer<Course> {

    private static final List<Field> COLUMNS =
            Arrays.stream(Field.values()).filter(field -> field != Field.DURATION_HOURS).toList();

    private final CsvWriter writer;

    CsvWriting(OutputStream output) {
        writer = CsvWriter.builder().autoFlush(true).build(output);
        writer.writeRecord(COLUMNS.stream().map(Field::fieldName).toList());
    }

    @Override
    public void accept(Course course) {
        var row = CourseRow.of(course);
        writer.writeRecord(COLUMNS.stream().map(column -> cell(column, row.get(column))).toList());
    }

    private static String cell(Field column, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> elements when column == Field.TAGS && plain(elements) -> joined(elements);
            case Collection<?> elements -> new String(JsonWriter.bytes(PlainJson.json(elements)), UTF_8);
            default -> PlainJson.text(value);
        };
    }

    private static boolean plain(Collection<?> tags) {
        return tags.stream().noneMatch(tag -> tag.toString().matches(".*[,;|].*|\\[.*"));
    }

    private static String joined(Collection<?> tags) {
        return tags.stream().map(Object::toString).collect(Collectors.joining("|"));
    }
}
