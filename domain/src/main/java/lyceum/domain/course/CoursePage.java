package lyceum.domain.course;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer.
 *
 * @param total how many courses the question finds altogether
 * @param next the cursor of the page after this one; null at the end
 */
public record CoursePage(long total, List<CourseSummary> items, @Nullable String next) {

    public CoursePage {
        items = List.copyOf(items);
    }
}
