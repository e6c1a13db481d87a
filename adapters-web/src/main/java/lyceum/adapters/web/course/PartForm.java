package lyceum.adapters.web.course;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import lyceum.adapters.web.json.Fields;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.MergePatch;
import lyceum.adapters.web.problem.Inputs;
import lyceum.domain.course.Course;
import lyceum.domain.course.Module;
import lyceum.domain.validation.InvalidInput;
import lyceum.domain.validation.Rules;
import lyceum.domain.validation.Violation;
import org.jspecify.annotations.Nullable;

/** What an author writes of one module or lesson. Its position may be written too; left out, it stays. */
final class PartForm {

    /** How what is shown of a part and a body make another part. */
    @FunctionalInterface
    interface Way {
        PartForm of(Json.Obj shown, Json.Obj body, int position);
    }

    private static final Pattern PATH = Pattern.compile("^modules\\[\\d+]\\.(lessons\\[\\d+]\\.)?");

    private final Rules rules = Rules.begin();
    private final Fields fields;
    private final int position;

    private PartForm(Json.Obj body, Json.Obj shown, boolean patch, int position) {
        var written = ReadOnly.checked(ReadOnly.OF_PART, body, shown, rules);
        var whole = patch ? MergePatch.merge(ReadOnly.without(ReadOnly.OF_PART, shown), written) : written;
        this.fields = new Fields(whole, rules);
        this.position = position(fields.integer("position"), position);
    }

    private int position(@Nullable Integer stated, int fallback) {
        if (stated != null) {
            rules.range("position", stated, 1, Course.MAX_MODULES + Module.MAX_LESSONS);
        }
        return stated == null ? fallback : stated;
    }

    /** @param position where it goes unless the body says otherwise */
    static PartForm ofNew(Json.Obj body, int position) {
        return new PartForm(body, Json.object().build(), false, position);
    }

    static PartForm replacing(Json.Obj shown, Json.Obj body, int position) {
        return new PartForm(body, shown, false, position);
    }

    static PartForm patching(Json.Obj shown, Json.Obj patch, int position) {
        return new PartForm(patch, shown, true, position);
    }

    Fields fields() {
        return fields;
    }

    int position() {
        return position;
    }

    /** The course with the part in it. Violations are named as the client wrote the part: without the way to it. */
    Course into(Supplier<Course> change) {
        fields.nothingElse();
        return Inputs.made(rules, () -> {
            try {
                return change.get();
            } catch (InvalidInput input) {
                throw new InvalidInput(input.violations().stream().map(PartForm::local).toList());
            }
        });
    }

    private static Violation local(Violation violation) {
        return new Violation(PATH.matcher(violation.field()).replaceFirst(""), violation.rule());
    }
}
