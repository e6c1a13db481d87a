package lyceum.adapters.web.transfer;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.adapters.web.json.Json;

/** JSON as the plain values that rows are made of, and back. Null is no value, or blank inside a list. */
final class PlainJson {

    private PlainJson() {}

    static Map<String, Object> fields(Json.Obj object) {
        var fields = new HashMap<String, Object>();
        object.members().forEach((name, value) -> {
            if (!(value instanceof Json.Null)) {
                fields.put(name, of(value));
            }
        });
        return fields;
    }

    static Object of(Json value) {
        return switch (value) {
            case Json.Obj object -> fields(object);
            case Json.Arr(var elements) -> elements.stream().map(PlainJson::of).toList();
            case Json.Text(var text) -> text;
            case Json.Num(var number) -> number;
            case Json.Bool(var bool) -> bool;
            case Json.Null _ -> "";
        };
    }

    static Json json(Object plain) {
        return switch (plain) {
            case Map<?, ?> fields -> {
                var object = Json.object();
                fields.forEach((name, value) -> object.put(String.valueOf(name), json(value)));
                yield object.build();
            }
            case Collection<?> elements -> Json.array(List.copyOf(elements), PlainJson::json);
            case Number number -> new Json.Num(decimal(number));
            default -> Json.text(plain.toString());
        };
    }

    /** A number without an exponent, or text as it is. */
    static String text(Object plain) {
        return plain instanceof Number number ? decimal(number).toPlainString() : plain.toString();
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}
