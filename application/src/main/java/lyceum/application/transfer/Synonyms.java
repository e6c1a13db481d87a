package lyceum.application.transfer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.LessonKind;

/** The words by which other catalogues call one of a few things. */
final class Synonyms<T> {

    /** What suits every level suits a beginner. */
    static final Synonyms<Difficulty> DIFFICULTY =
            new Synonyms<Difficulty>("must be beginner, intermediate or advanced")
                    .with(Difficulty.BEGINNER,
                            "beginner beginners introductory introduction intro basic basics novice easy")
                    .with(Difficulty.BEGINNER,
                            "elementary entry foundation fundamental fundamentals starter all any mixed")
                    .with(Difficulty.INTERMEDIATE, "intermediate medium middle")
                    .with(Difficulty.ADVANCED, "advanced expert experts hard difficult professional");

    static final Synonyms<CourseState> STATE = new Synonyms<CourseState>("must be draft, published or archived")
            .with(CourseState.DRAFT, "draft unpublished")
            .with(CourseState.PUBLISHED, "published public live active")
            .with(CourseState.ARCHIVED, "archived retired inactive");

    static final Synonyms<LessonKind> KIND = new Synonyms<LessonKind>("must be video, article, quiz or exercise")
            .with(LessonKind.VIDEO, "video lecture")
            .with(LessonKind.ARTICLE, "article text reading")
            .with(LessonKind.QUIZ, "quiz test exam")
            .with(LessonKind.EXERCISE, "exercise assignment practice lab project");

    private static final Pattern LEVEL = Pattern.compile("[-_ ]levels?$");

    private final Map<String, T> meanings = new HashMap<>();
    private final String rule;

    private Synonyms(String rule) {
        this.rule = rule;
    }

    private Synonyms<T> with(T meaning, String words) {
        for (var word : words.split(" ", -1)) {
            meanings.put(word, meaning);
        }
        return this;
    }

    T read(Object value) {
        var word = LEVEL.matcher(Texts.line(value).toLowerCase(Locale.ROOT)).replaceFirst("");
        var meaning = meanings.get(word);
        if (meaning == null) {
            throw new BadValue(rule);
        }
        return meaning;
    }
}
