package lyceum.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import lyceum.application.cache.Committed;
import lyceum.application.cache.Directives;
import lyceum.application.cache.ReadOptions;
import lyceum.application.course.CourseKeys;

/** Those who read, write and invalidate at an instance, and tell the oracle what they were told. */
final class Users {

    private final Scheduler scheduler;
    private final Oracle oracle;
    private final Timeline timeline;

    Users(Scheduler scheduler, Oracle oracle, Timeline timeline) {
        this.scheduler = scheduler;
        this.oracle = oracle;
        this.timeline = timeline;
    }

    /** @param maxAge negative for none */
    void read(Instance at, int key, int maxAge) {
        var bound = maxAge < 0 ? Settings.BOUND : Duration.ofMillis(maxAge);
        var reading = oracle.readBegan(at.session(), key, bound.toMillis() * 1_000);
        var options = maxAge < 0
                ? ReadOptions.DEFAULT
                : ReadOptions.of(new Directives(bound, null, Duration.ZERO, false));
        var _ = at.cache()
                .read(Catalogue.key(key), options, at.store())
                .whenComplete((answer, failure) -> oracle.readEnded(reading, answer, failure));
    }

    /** Asks the source, whatever is cached: after a run of failures a breaker stays open until somebody has tried. */
    void tryTheSource(Instance at) {
        var past = new ReadOptions(null, Set.of("near", "far"));
        var _ = at.cache().read(Catalogue.key(0), past, at.store()::content);
    }

    void write(Instance at, int course, Store.Change change, boolean known) {
        var _ = at.store()
                .find(course)
                .thenCompose(found -> found.exists() == (change != Store.Change.CREATE)
                        ? write(at, course, found, change, known)
                        : CompletableFuture.completedStage(0L))
                .whenComplete((number, failure) -> {
                    disturb(course);
                    if (failure != null) {
                        oracle.writeFailed(at.session(), failure);
                    } else if (number > 0) {
                        timeline.note(at.session().host(), "has written " + Catalogue.name(course) + " #" + number);
                        oracle.writeAcknowledged(at.session(), course, number);
                    }
                });
    }

    private CompletionStage<Long> write(
            Instance at, int course, Store.Found found, Store.Change change, boolean known) {
        var undecided = new long[1];
        var tags = Catalogue.tags(found.art(), found.moved() || change == Store.Change.MOVE);
        return at.cache()
                .write(Set.of(Catalogue.key(course)), tags,
                        () -> commit(at, course, found, change, known, undecided))
                .whenComplete((_, _) -> {
                    if (undecided[0] > 0) {
                        IntStream.range(0, Catalogue.KEYS)
                                .filter(key -> key == course || Catalogue.key(key).fallsWith(tags))
                                .forEach(key -> at.session().invalidated(key, undecided[0]));
                    }
                });
    }

    private CompletionStage<Committed<Long>> commit(
            Instance at, int course, Store.Found found, Store.Change change, boolean known, long[] undecided) {
        disturb(course);
        return at.store().commit(course, found, change, known).whenComplete((_, failure) -> {
            if (failure != null) {
                undecided[0] = scheduler.now();
            }
        });
    }

    private static IntStream showing(int course) {
        return IntStream.range(0, Catalogue.KEYS).filter(key -> Catalogue.shows(key, course));
    }

    /** What is cached of a course will be obsolete. */
    void disturb(int course) {
        showing(course).forEach(oracle.loads()::disturbed);
    }

    void invalidate(Instance at, Action.Reach reach, int key) {
        var began = scheduler.now();
        var invalidation = at.cache().invalidation();
        CompletionStage<?> done = switch (reach) {
            case KEY -> invalidation.keys(List.of(Catalogue.key(key)));
            case LISTS -> invalidation.tags(Set.of(CourseKeys.ALL_LISTS));
            case PREFIX -> invalidation.prefix("course:");
            case EVERYTHING -> invalidation.everything();
        };
        reached(reach, key).forEach(oracle.loads()::disturbed);
        var _ = done.whenComplete((_, failure) -> {
            if (failure != null) {
                oracle.writeFailed(at.session(), failure);
            } else {
                timeline.note(at.session().host(), "has invalidated " + reach);
                reached(reach, key).forEach(each -> {
                    oracle.loads().disturbed(each);
                    at.session().invalidated(each, began);
                });
            }
        });
    }

    private static IntStream reached(Action.Reach reach, int key) {
        return switch (reach) {
            case KEY -> IntStream.of(key);
            case LISTS -> IntStream.range(Catalogue.COURSES, Catalogue.KEYS);
            case PREFIX -> IntStream.range(0, Catalogue.COURSES);
            case EVERYTHING -> IntStream.range(0, Catalogue.KEYS);
        };
    }
}
