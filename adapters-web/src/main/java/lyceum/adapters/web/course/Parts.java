package lyceum.adapters.web.course;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lyceum.domain.course.Course;
import lyceum.domain.course.Lesson;
import lyceum.domain.course.Module;

/** Modules and lessons by their ids; one that is not there ends the request with 404. */
final class Parts {

    private Parts() {}

    static Module module(Course course, String id) {
        return course.module(id).orElseThrow(Edits::notFound);
    }

    static Lesson lesson(Module module, String id) {
        return module.lesson(id).orElseThrow(Edits::notFound);
    }

    /** The module that has the lesson, whichever it is. */
    static Optional<Module> moduleOf(Course course, String lessonId) {
        return course.modules().stream()
                .filter(module -> module.lesson(lessonId).isPresent())
                .findFirst();
    }

    static int place(Course course, Module module) {
        return place(course.modules(), Module::id, module.id());
    }

    static int place(Module module, Lesson lesson) {
        return place(module.lessons(), Lesson::id, lesson.id());
    }

    private static <T> int place(List<T> elements, Function<T, String> id, String wanted) {
        return elements.stream().map(id).toList().indexOf(wanted) + 1;
    }
}
