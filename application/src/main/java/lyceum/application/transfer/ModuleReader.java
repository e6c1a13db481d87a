package lyceum.application.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import lyceum.domain.course.Lesson;
import lyceum.domain.course.LessonKind;
import lyceum.domain.course.Module;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** Reads the nested list of modules and lessons. Their order is the list's; an id, if they bring one, is not ours. */
final class ModuleReader {

    private static final String NO_ID_YET = "";

    private ModuleReader() {}

    static @Nullable List<Module> read(@Nullable Object value, Rules rules) {
        return all(value, Field.MODULES.fieldName(), rules, ModuleReader::module);
    }

    private static Module module(Map<?, ?> fields, Rules rules) {
        var lessons = all(fields.get("lessons"), "lessons", rules, ModuleReader::lesson);
        return new Module(NO_ID_YET, title(fields, rules), lessons == null ? List.of() : lessons);
    }

    private static Lesson lesson(Map<?, ?> fields, Rules rules) {
        var kind = Cells.read(fields.get("kind"), "kind", Synonyms.KIND::read, rules);
        var minutes = Cells.read(fields.get("duration_minutes"), "duration_minutes", Durations::minutes, rules);
        return new Lesson(
                NO_ID_YET, title(fields, rules), kind == null ? LessonKind.VIDEO : kind, minutes == null ? 0 : minutes);
    }

    private static String title(Map<?, ?> fields, Rules rules) {
        var title = Cells.read(fields.get("title"), "title", Texts::line, rules);
        return title == null ? "" : title;
    }

    private static <T> @Nullable List<T> all(
            @Nullable Object value, String field, Rules rules, BiFunction<Map<?, ?>, Rules, T> reader) {
        var elements = Cells.read(value, field, Cells::elements, rules);
        if (elements == null) {
            return null;
        }
        var all = new ArrayList<T>();
        var index = 0;
        for (var element : elements) {
            var path = field + '[' + index++ + ']';
            rules.require(element instanceof Map, path, "must be an object");
            all.add(reader.apply(element instanceof Map<?, ?> fields ? fields : Map.of(), rules.below(path)));
        }
        return all;
    }
}
