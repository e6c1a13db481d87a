package lyceum.adapters.web.course;

import jakarta.inject.Singleton;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.application.course.CourseEncoder;
import lyceum.domain.cache.Body;
import lyceum.domain.course.Course;
import lyceum.domain.course.CoursePage;
import lyceum.domain.course.CourseQuery;

@Singleton
final class JsonCourseEncoder implements CourseEncoder {

    @Override
    public Body course(Course course) {
        return Body.of(JsonWriter.bytes(CourseJson.course(course)));
    }

    @Override
    public Body page(CourseQuery query, CoursePage page) {
        return Body.of(JsonWriter.bytes(Json.object()
                .put("total", page.total())
                .put("page", query.page())
                .put("page_size", query.pageSize())
                .put("items", Json.array(page.items(), CourseJson::summary))
                .put("next", page.next())
                .build()));
    }
}
