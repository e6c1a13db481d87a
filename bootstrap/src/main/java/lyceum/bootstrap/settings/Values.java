package lyceum.bootstrap.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** The value of every known setting, each typed by the row of the table that it was read by. */
final class Values {

    private static final String PREFIX = "LYCEUM_";

    private final Map<Setting<?>, Optional<?>> values = new HashMap<>();

    private Values() {}

    /** @throws InvalidSettings with the problems found before, then those of the values, then the unknown names */
    static Values of(Map<String, String> variables, List<Problem> found) {
        Values values = new Values();
        List<Problem> problems = new ArrayList<>(found);
        for (Setting<?> setting : KnownSettings.ALL) {
            String given = variables.getOrDefault(setting.name(), "");
            values.read(setting, given).or(() -> Rules.broken(setting, variables)).ifPresent(problems::add);
        }
        problems.addAll(unknown(variables));
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return values;
    }

    private Optional<Problem> read(Setting<?> setting, String given) {
        String text = given.isBlank() ? setting.preset() : given;
        try {
            values.put(setting, setting.parse(text));
            return Optional.empty();
        } catch (BadValue e) {
            return Optional.of(setting.problem(text, e.fault()));
        }
    }

    private static List<Problem> unknown(Map<String, String> variables) {
        List<String> known = KnownSettings.names();
        return new TreeSet<>(variables.keySet())
                .stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .map(name -> new Problem(name, "is not a setting" + suggestion(name, known)))
                .toList();
    }

    private static String suggestion(String name, List<String> known) {
        return Spelling.nearest(name, known).map(nearest -> "; did you mean " + nearest + "?").orElse("");
    }

    <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow();
    }

    /** The cast holds because only {@link #read} fills the map, with what the very same setting parsed. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> find(Setting<T> setting) {
        return (Optional<T>) Objects.requireNonNull(values.get(setting));
    }
}
