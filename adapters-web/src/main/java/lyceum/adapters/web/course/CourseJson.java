package lyceum.adapters.web.course;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import lyceum.adapters.web.json.Json;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseDetails;
import lyceum.domain.course.CourseSummary;
import lyceum.domain.course.Lesson;
import lyceum.domain.course.Module;

/** What the world sees of a course. The owner and the external id are nobody's business and have no place here. */
final class CourseJson {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CourseJson() {}

    static Json.Obj course(Course course) {
        var summary = CourseSummary.of(course);
        var json = head(summary).put("description", course.details().description());
        details(json, summary);
        json.put("modules", places(course.modules(), CourseJson::module));
        return tail(json, summary);
    }

    static Json.Obj summary(CourseSummary summary) {
        var json = head(summary);
        details(json, summary);
        return tail(json, summary);
    }

    private static Json.ObjectBuilder head(CourseSummary course) {
        return Json.object()
                .put("id", course.id().value())
                .put("title", course.details().title())
                .put("slug", course.details().slug())
                .put("summary", course.details().summary());
    }

    private static void details(Json.ObjectBuilder json, CourseSummary course) {
        CourseDetails details = course.details();
        json.put("category", details.category())
                .put("difficulty", name(details.difficulty()))
                .put("language", details.language())
                .put("tags", Json.array(details.tags(), Json::text))
                .put("instructor", details.instructor())
                .put("duration_minutes", course.durationMinutes())
                .put("state", name(course.state()))
                .put("price", Json.number(details.price()))
                .put("rating_average", Json.number(course.popularity().ratingAverage()))
                .put("rating_count", course.popularity().ratingCount())
                .put("enrollment_count", course.popularity().enrollmentCount());
    }

    private static Json.Obj tail(Json.ObjectBuilder json, CourseSummary course) {
        return json.put("created_at", time(course.createdAt()))
                .put("updated_at", time(course.updatedAt()))
                .put("version", course.version())
                .build();
    }

    /** @param position from 1 */
    static Json.Obj module(Module module, int position) {
        return Json.object()
                .put("id", module.id())
                .put("title", module.title())
                .put("position", position)
                .put("lessons", places(module.lessons(), CourseJson::lesson))
                .build();
    }

    /** @param position from 1 */
    static Json.Obj lesson(Lesson lesson, int position) {
        return Json.object()
                .put("id", lesson.id())
                .put("title", lesson.title())
                .put("kind", name(lesson.kind()))
                .put("duration_minutes", lesson.durationMinutes())
                .put("position", position)
                .build();
    }

    private static <T> Json.Arr places(List<T> elements, BiFunction<T, Integer, Json> toJson) {
        var all = new ArrayList<Json>();
        for (var element : elements) {
            all.add(toJson.apply(element, all.size() + 1));
        }
        return new Json.Arr(all);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }
}
