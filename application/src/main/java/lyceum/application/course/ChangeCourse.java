package lyceum.application.course;

import static java.util.concurrent.CompletableFuture.completedStage;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import lyceum.application.cache.Execution;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.identity.Actor;

/** Changes or deletes a course, whoever else changes it at the same time: no update is ever lost. */
public final class ChangeCourse {

    private static final int ATTEMPTS = 50;

    /** What an actor wants; {@code store} gives what it stored, or nothing if another change came first. */
    private record Wish(
            CourseId id,
            Actor actor,
            Predicate<Course> expected,
            Function<Course, CompletionStage<Optional<Course>>> store) {}

    private final CourseRepository courses;
    private final CourseWrites writes;
    private final Execution execution;

    public ChangeCourse(CourseRepository courses, CourseWrites writes, Execution execution) {
        this.courses = courses;
        this.writes = writes;
        this.execution = execution;
    }

    /**
     * Applies an edit to the course as it is now, again if another change came first.
     *
     * @param expected the state the actor has seen; checked on the very version the edit is made from
     * @param edit gives the next version, or the course as it is if it is as it should be already; it may run several times,
     *     and what it throws is passed on with nothing stored
     */
    public CompletionStage<ChangeResult> change(
            CourseId id, Actor actor, Predicate<Course> expected, UnaryOperator<Course> edit) {
        return attempt(new Wish(id, actor, expected, course -> store(course, edit.apply(course))), ATTEMPTS);
    }

    public CompletionStage<ChangeResult> delete(CourseId id, Actor actor, Predicate<Course> expected) {
        return attempt(new Wish(id, actor, expected, this::remove), ATTEMPTS);
    }

    private CompletionStage<Optional<Course>> store(Course before, Course after) {
        if (after.version() == before.version()) {
            return writes.retell(before.id());
        }
        return writes.replace(before, after).thenApply(stored -> stored ? Optional.of(after) : Optional.empty());
    }

    private CompletionStage<Optional<Course>> remove(Course course) {
        return writes.delete(course).thenApply(gone -> gone ? Optional.of(course) : Optional.empty());
    }

    private CompletionStage<ChangeResult> attempt(Wish wish, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return completedStage(new ChangeResult.Contended());
        }
        return execution.call(() -> courses.find(wish.id())).thenCompose(found -> {
            var refusal = refusal(found, wish);
            return refusal.isPresent() || found.isEmpty()
                    ? completedStage(refusal.orElseGet(ChangeResult.NotFound::new))
                    : store(found.get(), wish, attemptsLeft);
        });
    }

    private static Optional<ChangeResult> refusal(Optional<Course> found, Wish wish) {
        if (found.isEmpty() || !(found.get().visible() || found.get().changeableBy(wish.actor()))) {
            return Optional.of(new ChangeResult.NotFound());
        }
        if (!found.get().changeableBy(wish.actor())) {
            return Optional.of(new ChangeResult.Forbidden());
        }
        return wish.expected().test(found.get())
                ? Optional.empty()
                : Optional.of(new ChangeResult.PreconditionFailed());
    }

    private CompletionStage<ChangeResult> store(Course course, Wish wish, int attemptsLeft) {
        return wish.store().apply(course).thenCompose(stored -> stored.<CompletionStage<ChangeResult>>map(
                done -> completedStage(new ChangeResult.Done(done)))
                .orElseGet(() -> attempt(wish, attemptsLeft - 1)));
    }
}
