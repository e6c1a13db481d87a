package lyceum.domain.course;

import java.util.Locale;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A question to the published catalogue, in canonical form: equal questions are equal values.
 *
 * @param search words to find, in any order; null asks for everything
 * @param category compared without regard to case; null asks for all
 * @param page from 1; ignored when there is a cursor
 * @param cursor where the page before ended, as {@link CoursePage#next()} gave it
 */
public record CourseQuery(
        @Nullable String search,
        @Nullable String category,
        @Nullable Difficulty difficulty,
        SortBy sortBy,
        int page,
        int pageSize,
        @Nullable String cursor) {

    public static final int DEFAULT_PAGE_SIZE = 12;
    public static final int MAX_PAGE_SIZE = 100;
    public static final int MAX_PAGE = 1_000_000;

    public CourseQuery {
        search = canonical(search);
        category = canonical(category);
        sortBy = sortBy == SortBy.RELEVANCE && search == null ? SortBy.RECENT : sortBy;
        page = cursor == null ? page : 1;
        var rules = Rules.begin();
        rules.range("page", page, 1, MAX_PAGE);
        rules.range("page_size", pageSize, 1, MAX_PAGE_SIZE);
        if (search != null) {
            rules.line("search", search, 1, 200);
        }
        if (category != null) {
            rules.line("category", category, 1, 80);
        }
        rules.enforce();
    }

    /** The first page of everything in one order. */
    public static CourseQuery firstPage(SortBy sortBy) {
        return new CourseQuery(null, null, null, sortBy, 1, DEFAULT_PAGE_SIZE, null);
    }

    private static @Nullable String canonical(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var folded = text.strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
        return folded.isEmpty() ? null : folded;
    }
}
