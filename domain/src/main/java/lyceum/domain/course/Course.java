package lyceum.domain.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.UserId;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate that is written as one: a course with its modules and lessons. It's immutable; a change is a new value
 * with the next version, and the repository stores it only over the version it was made from.
 *
 * @param externalId the id another catalogue knows it by; unique where there is one
 * @param owner who may change it besides the admins; null if it came by an import
 * @param shelves the categories it has been listed in, the latest last, and at most {@link #MAX_SHELVES}: a list of any of
 *     them may show it yet, if whoever moved it could not tell. Its own is added where it is missing
 * @param version 1 for a new course, one more with every change
 */
public record Course(
        CourseId id,
        @Nullable String externalId,
        @Nullable UserId owner,
        CourseDetails details,
        CourseState state,
        List<String> shelves,
        List<Module> modules,
        Popularity popularity,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final int MAX_MODULES = 100;

    /** Of all modules together, so that a course stays far from the 16 MB a MongoDB document may have. */
    public static final int MAX_LESSONS = 2_000;

    public static final int MAX_SHELVES = 8;

    public Course {
        modules = List.copyOf(modules);
        shelves = state == CourseState.PUBLISHED ? shelvedIn(details.category(), shelves) : List.copyOf(shelves);
        var rules = Rules.begin();
        if (externalId != null) {
            rules.line("external_id", externalId, 1, 120);
        }
        details.check(rules);
        popularity.check(rules);
        rules.require(modules.size() <= MAX_MODULES, "modules", "must have at most " + MAX_MODULES + " elements");
        var lessons = modules.stream().mapToInt(module -> module.lessons().size()).sum();
        rules.require(lessons <= MAX_LESSONS, "modules", "must have at most " + MAX_LESSONS + " lessons altogether");
        for (var i = 0; i < modules.size(); i++) {
            modules.get(i).check(rules.below("modules[" + i + "]"));
        }
        rules.enforce();
    }

    /** A course that is new, or newly made up. */
    public Course(
            CourseId id,
            @Nullable String externalId,
            @Nullable UserId owner,
            CourseDetails details,
            CourseState state,
            List<Module> modules,
            Popularity popularity,
            Instant createdAt,
            Instant updatedAt,
            long version) {
        this(id, externalId, owner, details, state, List.of(), modules, popularity, createdAt, updatedAt, version);
    }

    private static List<String> shelvedIn(String category, List<String> before) {
        var all = new ArrayList<>(before);
        all.remove(category);
        all.add(category);
        return List.copyOf(all.subList(Math.max(0, all.size() - MAX_SHELVES), all.size()));
    }

    /** What the author states, else what the lessons add up to. */
    public int durationMinutes() {
        var stated = details.durationMinutes();
        return stated != null ? stated : modules.stream().mapToInt(Module::durationMinutes).sum();
    }

    public boolean listed() {
        return state == CourseState.PUBLISHED;
    }

    /** Whether anyone may see it by its id. */
    public boolean visible() {
        return state != CourseState.DRAFT;
    }

    /** Instructors change their own courses, admins every course. */
    public boolean changeableBy(Actor actor) {
        return actor.isAdmin() || (actor.role() == Role.INSTRUCTOR && actor.id().equals(owner));
    }

    public Optional<Module> module(String moduleId) {
        return Ordered.find(modules, Module::id, moduleId);
    }

    public Course edited(CourseDetails newDetails, CourseState newState, List<Module> newModules, Instant now) {
        return next(newDetails, newState, newModules, popularity, now);
    }

    public Course withPopularity(Popularity newPopularity, Instant now) {
        return next(details, state, modules, newPopularity, now);
    }

    /** @param position from 1; beyond the end means last */
    public Course with(Module module, int position, Instant now) {
        return edited(details, state, Ordered.place(modules, Module::id, module, position), now);
    }

    public Course withoutModule(String moduleId, Instant now) {
        return edited(details, state, Ordered.remove(modules, Module::id, moduleId), now);
    }

    private Course next(CourseDetails d, CourseState s, List<Module> m, Popularity p, Instant now) {
        var notEarlier = now.isBefore(updatedAt) ? updatedAt : now;
        return new Course(id, externalId, owner, d, s, shelves, m, p, createdAt, notEarlier, version + 1);
    }
}
