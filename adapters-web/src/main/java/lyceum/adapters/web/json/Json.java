package lyceum.adapters.web.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON value. */
public sealed interface Json {

    record Obj(Map<String, Json> members) implements Json {

        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        public @Nullable Json get(String name) {
            return members.get(name);
        }
    }

    record Arr(List<Json> elements) implements Json {

        public Arr {
            elements = List.copyOf(elements);
        }
    }

    record Text(String value) implements Json {}

    record Num(BigDecimal value) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    Null NULL = new Null();

    static ObjectBuilder object() {
        return new ObjectBuilder();
    }

    static Json text(@Nullable String value) {
        return value == null ? NULL : new Text(value);
    }

    static Json number(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    static Json number(double value) {
        return number(BigDecimal.valueOf(value));
    }

    /** Equal numbers are equal values: 20.00 is 20. */
    static Json number(BigDecimal value) {
        return new Num(value.stripTrailingZeros());
    }

    static <T> Arr array(Collection<T> elements, Function<T, ? extends Json> toJson) {
        var all = new ArrayList<Json>(elements.size());
        elements.forEach(element -> all.add(toJson.apply(element)));
        return new Arr(all);
    }

    /** Whether two values say the same: the order of members and the spelling of numbers do not count. */
    static boolean same(Json one, Json other) {
        return switch (one) {
            case Num(var number) -> other instanceof Num(var that) && number.compareTo(that) == 0;
            case Arr(var elements) -> other instanceof Arr(var those) && sameElements(elements, those);
            case Obj(var members) -> other instanceof Obj(var those) && sameMembers(members, those);
            case Text _,Bool _,Null _ -> one.equals(other);
        };
    }

    private static boolean sameElements(List<Json> ones, List<Json> others) {
        if (ones.size() != others.size()) {
            return false;
        }
        for (var i = 0; i < ones.size(); i++) {
            if (!same(ones.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameMembers(Map<String, Json> ones, Map<String, Json> others) {
        return ones.keySet().equals(others.keySet())
                && ones.entrySet().stream().allMatch(one -> {
                    var other = others.get(one.getKey());
                    return other != null && same(one.getValue(), other);
                });
    }

    /** Members in the order they are written in. */
    final class ObjectBuilder {

        private final Map<String, Json> members = new LinkedHashMap<>();

        private ObjectBuilder() {}

        public ObjectBuilder put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        public ObjectBuilder put(String name, @Nullable String value) {
            return put(name, text(value));
        }

        public ObjectBuilder put(String name, long value) {
            return put(name, number(value));
        }

        public Obj build() {
            return new Obj(members);
        }
    }
}
