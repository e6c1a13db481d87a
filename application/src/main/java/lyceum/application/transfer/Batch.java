package lyceum.application.transfer;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import lyceum.application.cache.Failures;
import lyceum.application.course.CourseWrites;
import lyceum.application.course.CourseWrites.Change;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.validation.InvalidInput;

/** Rows that are looked up together and stored together. */
final class Batch {

    private static final int ATTEMPTS = 10;

    private final CourseRepository courses;
    private final CourseWrites writes;
    private final CourseMerge merge;
    private final Tally tally;
    private final Map<String, List<CoursePatch>> patches = new LinkedHashMap<>();

    Batch(CourseRepository courses, CourseWrites writes, CourseMerge merge, Tally tally) {
        this.courses = courses;
        this.writes = writes;
        this.merge = merge;
        this.tally = tally;
    }

    void add(ImportRow.Read row, RowReader reader) {
        try {
            var patch = reader.read(row);
            patches.computeIfAbsent(patch.externalId(), _ -> new ArrayList<>()).add(patch);
        } catch (InvalidInput invalid) {
            reject(Rejection.of(row.line(), invalid));
        }
    }

    void reject(Rejection rejection) {
        tally.reject(rejection);
    }

    /** Stores it all; those courses that others changed meanwhile again, from how they are then. */
    void store() {
        var waiting = patches;
        for (var attempt = 0; attempt < ATTEMPTS && !waiting.isEmpty(); attempt++) {
            waiting = attempt(waiting);
        }
        waiting.values().forEach(rows -> rows.forEach(
                row -> reject(
                        new Rejection(row.line(), null, "others changed this course again and again meanwhile"))));
        tally.endBatch();
    }

    /** @return the rows of the courses that others changed first */
    private Map<String, List<CoursePatch>> attempt(Map<String, List<CoursePatch>> rows) {
        var existing = existing(rows.keySet());
        var plans = new LinkedHashMap<String, Plan>();
        rows.forEach((id, patchesOfOne) -> plans.put(id, new Plan(patchesOfOne, existing.get(id), merge)));
        var stored = save(plans.values().stream().map(Plan::change).filter(Objects::nonNull).toList());
        var lost = new LinkedHashMap<String, List<CoursePatch>>();
        plans.forEach((id, plan) -> {
            if (plan.done(stored)) {
                plan.outcomes().forEach(tally::add);
            } else {
                lost.put(id, plan.patches());
            }
        });
        return lost;
    }

    private Set<CourseId> save(List<Change> changes) {
        try {
            return changes.isEmpty() ? Set.of() : writes.saveAll(changes).toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw Failures.unwrap(failure) instanceof RuntimeException cause ? cause : failure;
        }
    }

    private Map<String, Course> existing(Set<String> externalIds) {
        var found = new HashMap<String, Course>();
        for (var course : courses.findByExternalIds(externalIds)) {
            found.put(String.valueOf(course.externalId()), course);
        }
        found.putAll(byOwnIds(externalIds.stream().filter(id -> !found.containsKey(id)).toList()));
        return found;
    }

    /** An export names a course that has no external id by its own id: that is how it comes back. */
    private Map<String, Course> byOwnIds(Collection<String> names) {
        var ids = names.stream().map(CourseId::parse).flatMap(Optional::stream).toList();
        return ids.isEmpty()
                ? Map.of()
                : courses.findAll(ids).stream()
                        .filter(course -> course.externalId() == null)
                        .collect(toMap(course -> course.id().value(), identity()));
    }
}
