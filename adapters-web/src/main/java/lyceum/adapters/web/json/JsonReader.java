package lyceum.adapters.web.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Reads one JSON text and nothing else: UTF-8 without byte order mark, every name once, no lone surrogates, not too deep,
 * no numbers that take longer to compute than to send.
 */
public final class JsonReader {

    static final int MAX_DEPTH = 16;
    static final int MAX_DIGITS = 50;

    /** Names of strangers are not worth remembering: with canonical names, each new one would stay in a table. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .build();

    private JsonReader() {}

    public static Json read(byte[] bytes) throws MalformedJson {
        try (var parser = FACTORY.createParser(decode(bytes))) {
            if (parser.nextToken() == null) {
                throw new MalformedJson("it is empty");
            }
            var value = value(parser);
            if (parser.nextToken() != null) {
                throw new MalformedJson("something follows the end of the JSON text" + place(parser));
            }
            return value;
        } catch (StreamConstraintsException tooMuch) {
            throw new MalformedJson("it is nested more than " + MAX_DEPTH + " deep, or has a number of more than "
                    + MAX_DIGITS + " digits");
        } catch (JsonProcessingException wrong) {
            throw new MalformedJson("it is not JSON" + place(wrong));
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot fail to be read", impossible);
        }
    }

    private static String decode(byte[] bytes) throws MalformedJson {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException wrong) {
            throw new MalformedJson("it is not UTF-8");
        }
    }

    private static Json value(JsonParser parser) throws IOException, MalformedJson {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(paired(parser.getText(), parser));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> Json.NULL;
            default -> throw new MalformedJson("it is not JSON" + place(parser));
        };
    }

    private static Json object(JsonParser parser) throws IOException, MalformedJson {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = paired(parser.currentName(), parser);
            parser.nextToken();
            if (members.put(name, value(parser)) != null) {
                throw new MalformedJson("a name occurs twice in one object" + place(parser));
            }
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonParser parser) throws IOException, MalformedJson {
        var elements = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new Json.Arr(elements);
    }

    private static Json number(JsonParser parser) throws IOException, MalformedJson {
        try {
            return new Json.Num(new BigDecimal(parser.getText()));
        } catch (NumberFormatException beyond) {
            throw new MalformedJson("a number is beyond all bounds" + place(parser));
        }
    }

    private static String paired(String text, JsonParser parser) throws MalformedJson {
        if (text.chars().anyMatch(c -> Character.isSurrogate((char) c)) && !UTF_8.newEncoder().canEncode(text)) {
            throw new MalformedJson("a string has half a surrogate pair" + place(parser));
        }
        return text;
    }

    private static String place(JsonParser parser) {
        var location = parser.currentLocation();
        return place(location.getLineNr(), location.getColumnNr());
    }

    private static String place(JsonProcessingException wrong) {
        var location = wrong.getLocation();
        return location == null ? "" : place(location.getLineNr(), location.getColumnNr());
    }

    private static String place(int line, int column) {
        return ", line " + line + ", column " + column;
    }
}
