package lyceum.application.course;

import java.util.Arrays;
import java.util.Base64;
import lyceum.application.Digests;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.Content;
import lyceum.domain.course.Course;
import lyceum.domain.course.CoursePage;
import lyceum.domain.course.CourseQuery;
import org.jspecify.annotations.Nullable;

/** What the caches may hold of the catalogue: only what anyone may see. */
public final class Representations {

    private final CourseEncoder encoder;

    public Representations(CourseEncoder encoder) {
        this.encoder = encoder;
    }

    /** The content of a course that anyone may see; a draft is as absent as a course that does not exist. */
    Content publicly(@Nullable Course course) {
        if (course == null) {
            return new Content.Absent(0);
        }
        return course.visible() ? of(course) : new Content.Absent(course.version());
    }

    /** The content of any course, for those who may see it; not to be cached unless it is visible. */
    public Content.Present of(Course course) {
        var body = encoder.course(course);
        return new Content.Present(course.version(), etag(body), body);
    }

    Content of(CourseQuery query, CoursePage page) {
        var body = encoder.page(query, page);
        return new Content.Present(0, etag(body), body);
    }

    /** A strong entity tag: 128 bits of the body's hash, so that equal tags mean equal bytes on every instance. */
    private static String etag(Body body) {
        var hash = Arrays.copyOf(Digests.sha256(body.shared()), 16);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    }
}
