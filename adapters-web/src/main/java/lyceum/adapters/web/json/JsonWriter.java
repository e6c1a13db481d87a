package lyceum.adapters.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;

/** Writes values compactly, as UTF-8. */
public final class JsonWriter {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonWriter() {}

    public static byte[] bytes(Json value) {
        try (var out = new ByteArrayBuilder()) {
            try (var generator = FACTORY.createGenerator(out)) {
                write(value, generator);
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot fail to be written", impossible);
        }
    }

    private static void write(Json value, JsonGenerator generator) throws IOException {
        switch (value) {
            case Json.Obj object -> write(object, generator);
            case Json.Arr array -> write(array, generator);
            case Json.Text(var text) -> generator.writeString(text);
            case Json.Num(var number) -> generator.writeNumber(number);
            case Json.Bool(var bool) -> generator.writeBoolean(bool);
            case Json.Null _ -> generator.writeNull();
        }
    }

    private static void write(Json.Obj object, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (var member : object.members().entrySet()) {
            generator.writeFieldName(member.getKey());
            write(member.getValue(), generator);
        }
        generator.writeEndObject();
    }

    private static void write(Json.Arr array, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        for (var element : array.elements()) {
            write(element, generator);
        }
        generator.writeEndArray();
    }
}
