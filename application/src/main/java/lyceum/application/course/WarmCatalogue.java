package lyceum.application.course;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Execution;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.course.CourseSummary;
import lyceum.domain.course.SortBy;

/** Loads what most visitors ask for first: the first page of each order, and the courses on it. */
public final class WarmCatalogue {

    private static final List<SortBy> ORDERS = List.of(SortBy.RECENT, SortBy.POPULAR, SortBy.TOP_RATED);

    /** How a warming went. */
    public record Result(int lists, int courses, int errors, Duration duration) {}

    private record Part(int lists, Set<CourseId> ids, int errors) {}

    private final ListCourses lists;
    private final ReadCourse read;
    private final CourseRepository courses;
    private final Execution execution;
    private final InstantSource clock;

    public WarmCatalogue(
            ListCourses lists, ReadCourse read, CourseRepository courses, Execution execution, InstantSource clock) {
        this.lists = lists;
        this.read = read;
        this.courses = courses;
        this.execution = execution;
        this.clock = clock;
    }

    public CompletionStage<Result> warm() {
        var begun = clock.instant();
        return ORDERS.stream()
                .map(this::list)
                .reduce((one, other) -> one.thenCombine(other, WarmCatalogue::join))
                .orElseGet(() -> CompletableFuture.completedStage(new Part(0, Set.of(), 0)))
                .thenCompose(part -> readAll(part.ids()).thenApply(failed -> new Result(
                        part.lists(),
                        part.ids().size() - failed,
                        part.errors() + failed,
                        Duration.between(begun, clock.instant()))));
    }

    /** The page goes through the tiers as bytes; which courses are on it is asked of the source. */
    private CompletionStage<Part> list(SortBy order) {
        var query = CourseQuery.firstPage(order);
        return lists.list(query)
                .thenCompose(_ -> execution.call(() -> courses.list(query)))
                .handle((page, failure) -> failure != null
                        ? new Part(0, Set.of(), 1)
                        : new Part(1, Set.copyOf(page.items().stream().map(CourseSummary::id).toList()), 0));
    }

    private static Part join(Part one, Part other) {
        var ids = new LinkedHashSet<>(one.ids());
        ids.addAll(other.ids());
        return new Part(one.lists() + other.lists(), ids, one.errors() + other.errors());
    }

    /** @return how many could not be read */
    private CompletionStage<Integer> readAll(Set<CourseId> ids) {
        return read.byIds(ids).handle((answers, failure) -> failure == null ? 0 : ids.size());
    }
}
