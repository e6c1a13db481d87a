package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A place in a history, as clients keep it.
 *
 * @param run tells histories apart: each start of the store begins a new one
 * @param end whether the stream ended there, because its collection was dropped
 */
record ResumeToken(long run, long number, boolean end) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{34}");
    private static final int INVALID = 260;

    static ResumeToken parse(Document token) {
        if (!(token.get("_data") instanceof String text) || !FORM.matcher(text).matches()) {
            throw invalid("This is no resume token of this store");
        }
        return new ResumeToken(
                HexFormat.fromHexDigitsToLong(text, 0, 16), HexFormat.fromHexDigitsToLong(text, 16, 32),
                text.endsWith("01"));
    }

    static MongoServerError invalid(String message) {
        return new MongoServerError(INVALID, "InvalidResumeToken", message);
    }

    Document document() {
        var hex = HexFormat.of();
        return new Document("_data", hex.toHexDigits(run) + hex.toHexDigits(number) + (end ? "01" : "00"));
    }
}
