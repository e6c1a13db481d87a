package lyceum.domain.course;

import lyceum.domain.validation.Rules;

/**
 * What learners made of a course; no author can write it.
 *
 * @param ratingAverage 0 to 5; 0 while nobody has rated
 */
public record Popularity(double ratingAverage, long ratingCount, long enrollmentCount) {

    public static final Popularity NONE = new Popularity(0, 0, 0);

    void check(Rules rules) {
        rules.require(ratingAverage >= 0 && ratingAverage <= 5, "rating_average", "must be between 0 and 5");
        rules.require(ratingCount >= 0, "rating_count", "must not be negative");
        rules.require(enrollmentCount >= 0, "enrollment_count", "must not be negative");
    }
}
