package lyceum.application.transfer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lyceum.application.IdSource;
import lyceum.domain.course.Lesson;
import lyceum.domain.course.Module;
import org.jspecify.annotations.Nullable;

/**
 * Gives imported modules and lessons their ids: what has the title of an existing one is that one and keeps its id, so that
 * an equal list stays equal; the rest is new.
 */
final class ModuleIds {

    private final IdSource ids;

    ModuleIds(IdSource ids) {
        this.ids = ids;
    }

    List<Module> give(List<Module> imported, List<Module> existing) {
        var known = byTitle(existing, Module::title);
        var given = new ArrayList<Module>();
        for (var module : imported) {
            var same = next(known, module.title());
            var lessons = lessons(module.lessons(), same == null ? List.of() : same.lessons());
            given.add(new Module(same == null ? ids.next() : same.id(), module.title(), lessons));
        }
        return given;
    }

    private List<Lesson> lessons(List<Lesson> imported, List<Lesson> existing) {
        var known = byTitle(existing, Lesson::title);
        var given = new ArrayList<Lesson>();
        for (var lesson : imported) {
            var same = next(known, lesson.title());
            var id = same == null ? ids.next() : same.id();
            given.add(new Lesson(id, lesson.title(), lesson.kind(), lesson.durationMinutes()));
        }
        return given;
    }

    private static <T> Map<String, Deque<T>> byTitle(List<T> elements, Function<T, String> title) {
        var byTitle = new HashMap<String, Deque<T>>();
        elements.forEach(
                element -> byTitle.computeIfAbsent(title.apply(element), _ -> new ArrayDeque<>()).add(element));
        return byTitle;
    }

    private static <T> @Nullable T next(Map<String, Deque<T>> byTitle, String title) {
        var same = byTitle.get(title);
        return same == null ? null : same.poll();
    }
}
