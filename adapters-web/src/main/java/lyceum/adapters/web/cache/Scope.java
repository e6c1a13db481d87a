package lyceum.adapters.web.cache;

import io.micronaut.http.HttpParameters;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lyceum.adapters.web.problem.Problem;

/** What is to be forgotten. */
sealed interface Scope {

    record OfTag(String tag) implements Scope {}

    record OfPrefix(String prefix) implements Scope {}

    record All() implements Scope {}

    /** One line of it goes to the log. */
    Pattern PRINTABLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,200}");

    static Scope of(HttpParameters parameters) {
        var given = Stream.of("tag", "prefix", "all")
                .filter(name -> !parameters.getAll(name).isEmpty())
                .toList();
        if (given.size() != 1 || parameters.getAll(given.getFirst()).size() != 1) {
            throw Problem.badRequest("query", "must have one of tag, prefix and all=true, once").asException();
        }
        return of(given.getFirst(), parameters.getAll(given.getFirst()));
    }

    private static Scope of(String name, List<String> values) {
        var value = values.getFirst();
        if (name.equals("all") && !value.equals("true")) {
            throw Problem.badRequest("all", "must be true").asException();
        }
        if (!PRINTABLE.matcher(value).matches()) {
            throw Problem.badRequest(name, "must have 1 to 200 printable characters").asException();
        }
        return switch (name) {
            case "tag" -> new OfTag(value);
            case "prefix" -> new OfPrefix(value);
            default -> new All();
        };
    }
}
