package lyceum.application.transfer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.domain.validation.InvalidInput;
import lyceum.domain.validation.Rules;

/** Which column each field is read from. A field that isn't mapped is read from the column of its own name. */
public final class Mapping {

    public static final Mapping NONE = new Mapping(Map.of());

    private final Map<Field, String> columns = new EnumMap<>(Field.class);

    private final Set<Field> mapped;

    private Mapping(Map<Field, String> mapped) {
        this.mapped = Set.copyOf(mapped.keySet());
        for (var field : Field.values()) {
            columns.put(field, mapped.getOrDefault(field, field.fieldName()));
        }
    }

    /**
     * @param text {@code field=column,field=column}; blank maps nothing
     * @throws InvalidInput naming each field that does not exist or comes twice
     */
    public static Mapping parse(String text) {
        var mapped = new EnumMap<Field, String>(Field.class);
        var rules = Rules.begin();
        for (var pair : text.isBlank() ? new String[0] : text.split(",", -1)) {
            var sides = pair.split("=", 2);
            var field = Field.named(sides[0].strip());
            rules.require(
                    sides.length == 2 && !sides[1].isBlank(), "map", "must be field=column, separated by commas");
            rules.require(field.isPresent(), "map", unknown(sides[0]));
            if (field.isPresent() && sides.length == 2) {
                var before = mapped.put(field.get(), sides[1].strip());
                rules.require(before == null, "map", "must not name " + field.get().fieldName() + " twice");
            }
        }
        rules.enforce();
        return new Mapping(mapped);
    }

    public String column(Field field) {
        return columns.getOrDefault(field, field.fieldName());
    }

    /** @throws InvalidInput naming each column that is mapped and not there */
    void check(Optional<Set<String>> available) {
        var rules = Rules.begin();
        available.ifPresent(present -> mapped.forEach(field -> rules.require(
                present.contains(column(field)),
                "map." + field.fieldName(),
                "must be a column of the header, which has no " + Shown.quoted(column(field)))));
        rules.enforce();
    }

    private static String unknown(String name) {
        return "must name fields of a course, which " + Shown.quoted(name) + " isn't; they are " + Field.allNames();
    }
}
