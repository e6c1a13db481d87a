package lyceum.adapters.web.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object, read one by one. A member of the wrong type is reported, and reading goes on with the
 * fallback, so that one answer names everything that is wrong. null stands for a member that is left out.
 */
public final class Fields {

    private static final int NAME_SHOWN = 60;

    private final Json.Obj object;
    private final Rules rules;
    private final Set<String> known = new HashSet<>();

    public Fields(Json.Obj object, Rules rules) {
        this.object = object;
        this.rules = rules;
    }

    public Rules rules() {
        return rules;
    }

    public String text(String name, String fallback) {
        return switch (take(name)) {
            case null -> fallback;
            case Json.Text(var text) -> text;
            default -> wrong(name, "must be a string", fallback);
        };
    }

    public String requiredText(String name) {
        rules.require(take(name) != null, name, "is required");
        return text(name, "");
    }

    /** A whole number, written without a fraction. */
    public @Nullable Integer integer(String name) {
        return switch (take(name)) {
            case null -> null;
            case Json.Num(var number) when number.scale() == 0 && number.precision() < 10 -> number.intValueExact();
            case Json.Num(var number) when number.scale() == 0 -> wrong(name, "is out of range", 0);
            default -> wrong(name, "must be a whole number", 0);
        };
    }

    public BigDecimal number(String name, BigDecimal fallback) {
        return switch (take(name)) {
            case null -> fallback;
            case Json.Num(var number) -> number;
            default -> wrong(name, "must be a number", fallback);
        };
    }

    /** A constant, written in lower case. */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
        var constants = List.of(type.getEnumConstants());
        var names = constants.stream().map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
        return switch (take(name)) {
            case null -> fallback;
            case Json.Text(var text) when names.contains(text) -> constants.get(names.indexOf(text));
            default -> wrong(name, "must be one of " + String.join(", ", names), fallback);
        };
    }

    public <E extends Enum<E>> E requiredChoice(String name, Class<E> type) {
        rules.require(take(name) != null, name, "is required");
        return choice(name, type, type.getEnumConstants()[0]);
    }

    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        eachOf(name, (element, place) -> {
            if (element instanceof Json.Text(var text)) {
                texts.add(text);
            } else {
                rules.require(false, place, "must be a string");
            }
        });
        return texts;
    }

    /** Makes something of each object of an array and its place, from 1. */
    public <T> List<T> objects(String name, BiFunction<Fields, Integer, T> make) {
        var made = new ArrayList<T>();
        eachOf(name, (element, place) -> {
            if (element instanceof Json.Obj member) {
                made.add(make.apply(new Fields(member, rules.below(place)), made.size() + 1));
            } else {
                rules.require(false, place, "must be an object");
            }
        });
        return made;
    }

    @FunctionalInterface
    private interface ElementReader {
        void read(Json element, String place);
    }

    private void eachOf(String name, ElementReader reader) {
        switch (take(name)) {
            case null -> {
            }
            case Json.Arr(var elements) -> {
                for (var i = 0; i < elements.size(); i++) {
                    reader.read(elements.get(i), name + '[' + i + ']');
                }
            }
            default -> rules.require(false, name, "must be an array");
        }
    }

    /** Reports every member that nobody asked for. */
    public void nothingElse() {
        for (var name : object.members().keySet()) {
            rules.require(known.contains(name), shown(name), "is not a known field");
        }
    }

    private static String shown(String name) {
        return name.codePointCount(0, name.length()) <= NAME_SHOWN
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_SHOWN)) + "...";
    }

    private @Nullable Json take(String name) {
        known.add(name);
        var value = object.get(name);
        return value instanceof Json.Null ? null : value;
    }

    private <T> T wrong(String name, String rule, T fallback) {
        rules.require(false, name, rule);
        return fallback;
    }
}
