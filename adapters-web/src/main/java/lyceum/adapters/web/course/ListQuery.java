package lyceum.adapters.web.course;

import io.micronaut.http.HttpParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.adapters.web.problem.Inputs;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.SortBy;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The question that a query string asks. Parameters it does not know are left alone, for links collect them; of those it
 * knows, each may be given once and every wrong value is named.
 */
final class ListQuery {

    private static final Map<String, Difficulty> DIFFICULTIES = byName(Difficulty.values());
    private static final Map<String, SortBy> ORDERS = byName(SortBy.values());

    private final HttpParameters parameters;
    private final Rules rules = Rules.begin();

    private ListQuery(HttpParameters parameters) {
        this.parameters = parameters;
    }

    static CourseQuery of(HttpParameters parameters) {
        return new ListQuery(parameters).read();
    }

    private CourseQuery read() {
        var search = one("search");
        var category = one("category");
        var difficulty = constant("difficulty", DIFFICULTIES);
        var order = constant("sort_by", ORDERS);
        var page = number("page", 1);
        var pageSize = number("page_size", CourseQuery.DEFAULT_PAGE_SIZE);
        var cursor = one("cursor");
        rules.require(cursor == null || cursor.length() <= 1_000, "cursor", "must be one that a list gave as next");
        var sortBy = order != null ? order : search != null ? SortBy.RELEVANCE : SortBy.RECENT;
        return Inputs.made(
                rules, () -> new CourseQuery(search, category, difficulty, sortBy, page, pageSize, cursor));
    }

    private @Nullable String one(String name) {
        List<String> values = parameters.getAll(name);
        rules.require(values.size() <= 1, name, "must be given once");
        return values.isEmpty() ? null : values.getFirst();
    }

    private <E> @Nullable E constant(String name, Map<String, E> constants) {
        var value = one(name);
        rules.require(
                value == null || constants.containsKey(value),
                name,
                "must be one of " + constants.keySet().stream().sorted().collect(Collectors.joining(", ")));
        return value == null ? null : constants.get(value);
    }

    private int number(String name, int fallback) {
        var value = one(name);
        if (value == null) {
            return fallback;
        }
        var whole = value.matches("-?\\d{1,9}");
        rules.require(whole, name, "must be a whole number");
        return whole ? Integer.parseInt(value) : fallback;
    }

    private static <E extends Enum<E>> Map<String, E> byName(E[] constants) {
        return Stream.of(constants).collect(Collectors.toMap(c -> c.name().toLowerCase(Locale.ROOT), c -> c));
    }

}
