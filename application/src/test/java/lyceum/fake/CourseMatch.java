package lyceum.fake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseDetails;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.SortBy;
import org.jspecify.annotations.Nullable;

/** Whether a course is what a question asks for, and how well its words match: all in memory and without languages. */
final class CourseMatch {

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final CourseQuery query;
    private final List<String> wanted;
    private final Map<CourseId, Integer> scores = new HashMap<>();

    CourseMatch(CourseQuery query) {
        this.query = query;
        this.wanted = query.search() == null ? List.of() : words(query.search());
    }

    boolean matches(Course course) {
        var details = course.details();
        return course.listed()
                && (query.category() == null || query.category().equals(canonical(details.category())))
                && (query.difficulty() == null || query.difficulty() == details.difficulty())
                && (query.search() == null || isFound(details));
    }

    private static @Nullable String canonical(String category) {
        return new CourseQuery(null, category, null, SortBy.RECENT, 1, 1, null).category();
    }

    private boolean isFound(CourseDetails details) {
        var words = ranks(details).stream().flatMap(rank -> words(rank).stream()).toList();
        return !wanted.isEmpty() && wanted.stream().allMatch(word -> words.stream().anyMatch(w -> begins(w, word)));
    }

    /** The higher the better. Sorting asks for it again and again, hence the memory. */
    int score(Course course) {
        return scores.computeIfAbsent(course.id(), _ -> reckon(course));
    }

    private int reckon(Course course) {
        var score = 0;
        for (var rank : ranks(course.details())) {
            var words = words(rank);
            score = 4 * score + wanted.stream().mapToInt(word -> points(words, word)).sum();
        }
        return score;
    }

    private static int points(List<String> words, String wanted) {
        if (words.contains(wanted)) {
            return 2;
        }
        return words.stream().anyMatch(word -> begins(word, wanted)) ? 1 : 0;
    }

    /** A single letter is a word and no beginning. */
    private static boolean begins(String word, String beginning) {
        return beginning.length() == 1 ? word.equals(beginning) : word.startsWith(beginning);
    }

    private static List<String> ranks(CourseDetails details) {
        var keys = String.join(" ", details.tags()) + ' ' + details.category() + ' ' + details.instructor();
        return List.of(details.title(), keys, details.summary(), details.description());
    }

    private static List<String> words(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = ACCENTS.matcher(apart)
                .replaceAll("")
                .replace("ø", "o")
                .replace("ß", "ss")
                .replace("++", "plusplus");
        return GAPS.splitAsStream(folded).filter(word -> !word.isEmpty()).distinct().toList();
    }
}
