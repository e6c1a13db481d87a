package lyceum.adapters.mongo;

import org.bson.BsonDateTime;
import org.bson.Document;

/** A field that an order looks at. A cursor carries its value as a whole number, from which {@link Kind} makes the stored type again. */
record SortKey(String field, boolean descending, Kind kind) {

    enum Kind {
        WHOLE,
        REAL,
        TIME
    }

    static SortKey falling(String field, Kind kind) {
        return new SortKey(field, true, kind);
    }

    static SortKey rising(String field, Kind kind) {
        return new SortKey(field, false, kind);
    }

    int direction() {
        return descending ? -1 : 1;
    }

    long read(Document document) {
        var stored = new Stored(document);
        return switch (kind) {
            case WHOLE -> stored.whole(field, 0);
            case REAL -> Double.doubleToLongBits(stored.real(field));
            case TIME -> stored.instant(field).toEpochMilli();
        };
    }

    Object stored(long value) {
        return switch (kind) {
            case WHOLE -> value;
            case REAL -> Double.longBitsToDouble(value);
            case TIME -> new BsonDateTime(value);
        };
    }
}
