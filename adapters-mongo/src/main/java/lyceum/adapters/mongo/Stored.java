package lyceum.adapters.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A document as other programs may have written it: any type of number will do, and what is missing has a default. */
record Stored(Document document) {

    String text(String field) {
        var text = document.getString(field);
        if (text == null) {
            throw new IllegalStateException(field + " is missing");
        }
        return text;
    }

    String text(String field, String absent) {
        return document.get(field, absent);
    }

    <E extends Enum<E>> E constant(String field, Class<E> type) {
        return Names.parse(type, text(field));
    }

    long whole(String field, long absent) {
        return document.get(field, (Number) absent).longValue();
    }

    double real(String field) {
        return document.get(field, (Number) 0).doubleValue();
    }

    BigDecimal decimal(String field) {
        return switch (document.get(field)) {
            case null -> BigDecimal.ZERO;
            case Decimal128 decimal -> decimal.bigDecimalValue();
            case Object number -> new BigDecimal(number.toString());
        };
    }

    Instant instant(String field) {
        var date = document.getDate(field);
        if (date == null) {
            throw new IllegalStateException(field + " is missing");
        }
        return date.toInstant();
    }

    String id() {
        return document.getObjectId(Fields.ID).toHexString();
    }

    @Nullable
    String reference(String field) {
        var id = document.get(field, ObjectId.class);
        return id == null ? null : id.toHexString();
    }

    List<String> texts(String field) {
        return document.getList(field, String.class, List.of());
    }

    Stream<Stored> parts(String field) {
        return document.getList(field, Document.class, List.of()).stream().map(Stored::new);
    }

    /** A document may hold what is nobody's business. */
    @Override
    public String toString() {
        return "Stored[" + document.get(Fields.ID) + "]";
    }
}
