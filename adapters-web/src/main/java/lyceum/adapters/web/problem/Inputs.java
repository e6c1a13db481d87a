package lyceum.adapters.web.problem;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lyceum.domain.validation.InvalidInput;
import lyceum.domain.validation.Rules;
import lyceum.domain.validation.Violation;

/** Puts together what is wrong with the form of an input and what the domain finds wrong with it. */
public final class Inputs {

    private Inputs() {}

    /**
     * Makes a domain value of what was read. Where reading itself found something wrong, making it is only tried, for the
     * rules it breaks besides; those of a field that is already named would be about its stand-in.
     */
    public static <T> T made(Rules reading, Supplier<T> make) {
        var wrong = violations(() -> enforced(reading));
        if (wrong.isEmpty()) {
            return make.get();
        }
        var fields = wrong.stream().map(Violation::field).collect(toSet());
        var all = new ArrayList<>(wrong);
        violations(make).stream().filter(more -> !fields.contains(more.field())).forEach(all::add);
        throw new InvalidInput(all);
    }

    /** Adds the rules that making a value breaks to those that reading broke. */
    public static void noted(Rules reading, Supplier<?> make) {
        violations(make).forEach(wrong -> reading.require(false, wrong.field(), wrong.rule()));
    }

    private static Rules enforced(Rules rules) {
        rules.enforce();
        return rules;
    }

    private static List<Violation> violations(Supplier<?> make) {
        try {
            var _ = make.get();
            return List.of();
        } catch (InvalidInput input) {
            return input.violations();
        }
    }
}
