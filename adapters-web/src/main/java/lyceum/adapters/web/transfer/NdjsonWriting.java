package lyceum.adapters.web.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.application.transfer.CourseRow;
import lyceum.domain.course.Course;

/** One JSON object on each line. */
final class NdjsonWriting implements Consumer<Course> {

    private final OutputStream output;

    NdjsonWriting(OutputStream output) {
        this.output = output;
    }

    @Override
    public void accept(Course course) {
        var object = Json.object();
        CourseRow.of(course).forEach((field, value) -> object.put(field.fieldName(), PlainJson.json(value)));
        try {
            output.write(JsonWriter.bytes(object.build()));
            output.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
