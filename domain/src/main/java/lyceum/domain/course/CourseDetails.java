package lyceum.domain.course;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What an author says of a course.
 *
 * @param slug lower-case ASCII words joined by hyphens
 * @param language a language tag (BCP 47), for example {@code pt-BR}
 * @param instructor the name shown to learners
 * @param durationMinutes the length as its author states it; null lets the lessons' lengths add up
 * @param price in the catalogue's currency, at most two decimals; 0 is free
 */
public record CourseDetails(
        String title,
        String slug,
        String summary,
        String description,
        String category,
        Difficulty difficulty,
        String language,
        List<String> tags,
        String instructor,
        @Nullable Integer durationMinutes,
        BigDecimal price) {

    public static final int MAX_TAGS = 20;
    private static final BigDecimal MAX_PRICE = new BigDecimal(1_000_000);
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    public CourseDetails {
        tags = List.copyOf(tags);
    }

    CourseDetails withoutDescription() {
        return new CourseDetails(
                title, slug, summary, "", category, difficulty, language, tags, instructor, durationMinutes, price);
    }

    void check(Rules rules) {
        rules.line("title", title, 1, 300);
        rules.line("slug", slug, 1, 120);
        rules.require(SLUG.matcher(slug).matches(), "slug", "must be lower-case words joined by hyphens");
        rules.line("summary", summary, 0, 500);
        rules.text("description", description, 20_000);
        rules.line("category", category, 1, 80);
        rules.require(
                language.length() <= 35 && LANGUAGE.matcher(language).matches(),
                "language",
                "must be a language tag such as en or pt-BR");
        rules.line("instructor", instructor, 0, 120);
        checkTags(rules);
        checkNumbers(rules);
    }

    private void checkTags(Rules rules) {
        rules.require(tags.size() <= MAX_TAGS, "tags", "must have at most " + MAX_TAGS + " elements");
        rules.require(new HashSet<>(tags).size() == tags.size(), "tags", "must not repeat an element");
        for (var i = 0; i < tags.size(); i++) {
            rules.line("tags[" + i + "]", tags.get(i), 1, 40);
        }
    }

    private void checkNumbers(Rules rules) {
        if (durationMinutes != null) {
            rules.range("duration_minutes", durationMinutes, 0, Lesson.MAX_MINUTES);
        }
        rules.require(
                price.signum() >= 0 && price.compareTo(MAX_PRICE) <= 0, "price", "must be between 0 and " + MAX_PRICE);
        rules.require(price.stripTrailingZeros().scale() <= 2, "price", "must have at most two decimals");
    }
}
