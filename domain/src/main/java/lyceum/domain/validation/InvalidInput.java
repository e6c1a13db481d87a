package lyceum.domain.validation;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Input that breaks rules of the domain: all of them, so that a client can mend them in one go. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidInput(List<Violation> violations) {
        super(violations.stream().map(v -> v.field() + ' ' + v.rule()).collect(joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public InvalidInput(String field, String rule) {
        this(List.of(new Violation(field, rule)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
