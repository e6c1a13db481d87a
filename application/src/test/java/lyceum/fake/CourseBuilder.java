package lyceum.fake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseDetails;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.Module;
import lyceum.domain.course.Popularity;
import lyceum.domain.identity.UserId;
import org.jspecify.annotations.Nullable;

/** A course in the making; see {@link Courses#course}. */
public final class CourseBuilder {

    private final CourseId id;
    private @Nullable String externalId;
    private @Nullable UserId owner;
    private String title;
    private String summary = "";
    private String description = "";
    private String category = "Programming";
    private Difficulty difficulty = Difficulty.BEGINNER;
    private String language = "en";
    private List<String> tags = List.of();
    private String instructor = "";
    private @Nullable Integer durationMinutes = 60;
    private BigDecimal price = BigDecimal.ZERO;
    private CourseState state = CourseState.PUBLISHED;
    private List<Module> modules = List.of();
    private Popularity popularity = Popularity.NONE;
    private Instant createdAt = Courses.LONG_AGO;

    CourseBuilder(CourseId id, String title) {
        this.id = id;
        this.title = title;
    }

    public CourseBuilder externalId(@Nullable String value) {
        externalId = value;
        return this;
    }

    public CourseBuilder owner(@Nullable UserId value) {
        owner = value;
        return this;
    }

    public CourseBuilder title(String value) {
        title = value;
        return this;
    }

    public CourseBuilder summary(String value) {
        summary = value;
        return this;
    }

    public CourseBuilder description(String value) {
        description = value;
        return this;
    }

    public CourseBuilder category(String value) {
        category = value;
        return this;
    }

    public CourseBuilder difficulty(Difficulty value) {
        difficulty = value;
        return this;
    }

    public CourseBuilder language(String value) {
        language = value;
        return this;
    }

    public CourseBuilder tags(String... values) {
        tags = List.of(values);
        return this;
    }

    public CourseBuilder instructor(String value) {
        instructor = value;
        return this;
    }

    public CourseBuilder durationMinutes(@Nullable Integer value) {
        durationMinutes = value;
        return this;
    }

    public CourseBuilder price(String value) {
        price = new BigDecimal(value);
        return this;
    }

    public CourseBuilder state(CourseState value) {
        state = value;
        return this;
    }

    public CourseBuilder modules(Module... values) {
        modules = List.of(values);
        return this;
    }

    public CourseBuilder popularity(double ratingAverage, long ratingCount, long enrollmentCount) {
        popularity = new Popularity(ratingAverage, ratingCount, enrollmentCount);
        return this;
    }

    /** Says when it was made; stores keep milliseconds. */
    public CourseBuilder createdAt(Instant value) {
        createdAt = value;
        return this;
    }

    public Course build() {
        var details = new CourseDetails(
                title,
                "course",
                summary,
                description,
                category,
                difficulty,
                language,
                tags,
                instructor,
                durationMinutes,
                price);
        return new Course(id, externalId, owner, details, state, modules, popularity, createdAt, createdAt, 1);
    }
}
