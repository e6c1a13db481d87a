package lyceum.bootstrap.settings;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Every problem at once, in the order in which the settings are declared. */
public final class InvalidSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidSettings(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> "  " + problem)
                .collect(joining("\n", "Lyceum cannot start with these settings:\n", "\nAll settings: --help")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
