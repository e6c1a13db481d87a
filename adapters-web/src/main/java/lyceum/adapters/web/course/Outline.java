package lyceum.adapters.web.course;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lyceum.adapters.web.json.Fields;
import lyceum.application.IdSource;
import lyceum.domain.course.Course;
import lyceum.domain.course.Lesson;
import lyceum.domain.course.LessonKind;
import lyceum.domain.course.Module;
import org.jspecify.annotations.Nullable;

/**
 * Reads modules and lessons. Where the course has the id that is written, the element keeps it, wherever it has moved to;
 * every other element is new and gets an id of ours. In an array the order counts, so a position there may only say where
 * the element is or was.
 */
final class Outline {

    private final IdSource ids;
    private final Map<String, Integer> modulePlaces = new HashMap<>();
    private final Map<String, Integer> lessonPlaces = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    Outline(IdSource ids, @Nullable Course current) {
        this.ids = ids;
        for (var module : current == null ? List.<Module>of() : current.modules()) {
            modulePlaces.put(module.id(), modulePlaces.size() + 1);
            for (var i = 0; i < module.lessons().size(); i++) {
                lessonPlaces.put(module.lessons().get(i).id(), i + 1);
            }
        }
    }

    List<Module> modules(Fields course) {
        return course.objects("modules", (fields, place) -> {
            var module = module(fields, id(fields, modulePlaces, place));
            fields.nothingElse();
            return module;
        });
    }

    Module module(Fields fields, String id) {
        return new Module(id, fields.requiredText("title"), fields.objects("lessons", (lesson, place) -> {
            var read = lesson(lesson, id(lesson, lessonPlaces, place));
            lesson.nothingElse();
            return read;
        }));
    }

    static Lesson lesson(Fields fields, String id) {
        var title = fields.requiredText("title");
        var kind = fields.choice("kind", LessonKind.class, LessonKind.VIDEO);
        return new Lesson(id, title, kind, Objects.requireNonNullElse(fields.integer("duration_minutes"), 0));
    }

    private String id(Fields fields, Map<String, Integer> places, int place) {
        var id = fields.text("id", "");
        var position = fields.integer("position");
        var was = places.get(id);
        fields.rules()
                .require(
                        position == null || position == place || position.equals(was),
                        "position",
                        "is read-only here: the order of the array counts");
        if (was == null) {
            return ids.next();
        }
        fields.rules().require(used.add(id), "id", "must not occur twice");
        return id;
    }
}
