package lyceum.domain.validation;

/**
 * One broken rule.
 *
 * @param field the path of the field as the client wrote it, for example {@code modules[0].title}
 * @param rule what must hold, readable after the field's name: "must have 1 to 200 characters". It never repeats the value.
 */
public record Violation(String field, String rule) {}
