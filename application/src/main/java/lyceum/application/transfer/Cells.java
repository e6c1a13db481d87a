package lyceum.application.transfer;

import java.util.Collection;
import java.util.function.Function;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** One row under a mapping: its fields are read one by one, and what is wrong with each goes to the rules. */
final class Cells {

    private final ImportRow.Read row;
    private final Mapping mapping;
    private final Rules rules;

    Cells(ImportRow.Read row, Mapping mapping, Rules rules) {
        this.row = row;
        this.mapping = mapping;
        this.rules = rules;
    }

    /** The field's value, or null if the row does not mention it: blank text says as little as none. */
    <T> @Nullable T read(Field field, Function<Object, T> reader) {
        return read(row.fields().get(mapping.column(field)), field.fieldName(), reader, rules);
    }

    static <T> @Nullable T read(@Nullable Object value, String field, Function<Object, T> reader, Rules rules) {
        if (value == null || (value instanceof String text && Texts.oneLine(text).isEmpty())) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (BadValue bad) {
            rules.require(false, field, bad.rule());
            return null;
        }
    }

    /** The elements of a list; anything else breaks the rule. */
    static Collection<?> elements(Object value) {
        if (value instanceof Collection<?> elements) {
            return elements;
        }
        throw new BadValue("must be a list");
    }
}
