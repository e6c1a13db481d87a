package lyceum.adapters.web.course;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import lyceum.adapters.web.json.Fields;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.MergePatch;
import lyceum.adapters.web.problem.Inputs;
import lyceum.application.IdSource;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseDetails;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.Module;
import lyceum.domain.course.Popularity;
import lyceum.domain.course.Slug;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** What an author writes of a course: everything, what is left out taking its default. */
record CourseForm(CourseDetails details, CourseState state, List<Module> modules) {

    private static final CourseId ANY = new CourseId("0".repeat(24));

    static CourseForm ofNew(Json.Obj body, IdSource ids) {
        var rules = Rules.begin();
        return read(ReadOnly.checked(ReadOnly.OF_COURSE, body, Json.object().build(), rules), rules, null, ids);
    }

    static CourseForm replacing(Course current, Json.Obj body, IdSource ids) {
        var rules = Rules.begin();
        var shown = CourseJson.course(current);
        return read(ReadOnly.checked(ReadOnly.OF_COURSE, body, shown, rules), rules, current, ids);
    }

    static CourseForm patching(Course current, Json.Obj patch, IdSource ids) {
        var rules = Rules.begin();
        var shown = CourseJson.course(current);
        var changes = ReadOnly.checked(ReadOnly.OF_COURSE, patch, shown, rules);
        return read(MergePatch.merge(ReadOnly.without(ReadOnly.OF_COURSE, shown), changes), rules, current, ids);
    }

    private static CourseForm read(Json.Obj body, Rules rules, @Nullable Course current, IdSource ids) {
        var fields = new Fields(body, rules);
        var form = new CourseForm(
                details(fields, current),
                fields.choice("state", CourseState.class, CourseState.PUBLISHED),
                new Outline(ids, current).modules(fields));
        fields.nothingElse();
        return Inputs.made(rules, () -> form.checkedByDomain());
    }

    private static CourseDetails details(Fields fields, @Nullable Course current) {
        var title = fields.requiredText("title");
        return new CourseDetails(
                title,
                fields.text("slug", Slug.of(title)),
                fields.text("summary", ""),
                fields.text("description", ""),
                fields.requiredText("category"),
                fields.requiredChoice("difficulty", Difficulty.class),
                fields.text("language", "en"),
                fields.texts("tags"),
                fields.text("instructor", ""),
                duration(fields, current),
                fields.number("price", BigDecimal.ZERO));
    }

    /** A length that is sent back as it was shown may be the sum of the lessons, and then stays it. */
    private static @Nullable Integer duration(Fields fields, @Nullable Course current) {
        var stated = fields.integer("duration_minutes");
        return current != null && stated != null && stated == current.durationMinutes()
                ? current.details().durationMinutes()
                : stated;
    }

    private CourseForm checkedByDomain() {
        var _ = new Course(
                ANY, null, null, details, state, modules, Popularity.NONE, Instant.EPOCH, Instant.EPOCH, 1);
        return this;
    }
}
