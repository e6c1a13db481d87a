package lyceum.adapters.mongo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.domain.course.CourseDetails;
import org.bson.Document;

/**
 * What a course can be found by, worked out when it is written: its words without accents, and their stems in the course's
 * language.
 *
 * <p>{@code terms} is an indexed array of all of them, and decides whether a course is found. There a stem is marked with its
 * language, so that it is no other language's stem and no word's prefix. For each rank of field there is also a string of its
 * terms, each between spaces, which decides how well the course matches.
 */
final class SearchTerms {

    static final String TERMS = Fields.SEARCH + ".terms";
    static final String LANGUAGE = Fields.SEARCH + ".language";

    /** In falling importance. */
    static final List<String> RANKS = List.of("title", "keys", "summary", "description");

    /** Bounds the index entries of one course: words of a description beyond this many different ones are not found. */
    private static final int MOST_WORDS_OF_A_FIELD = 2_000;

    private static final int SHORTEST_STEMMED = 3;

    private final Optional<Language> language;
    private final Set<String> all = new LinkedHashSet<>();

    private SearchTerms(CourseDetails details) {
        this.language = Language.of(details.language());
    }

    static Document of(CourseDetails details) {
        var keys = String.join("\n", details.tags()) + "\n" + details.category() + "\n" + details.instructor();
        var texts = List.of(details.title(), keys, details.summary(), details.description());
        var terms = new SearchTerms(details);
        var search = new Document("language", Language.codeOf(details.language()));
        for (var rank = 0; rank < texts.size(); rank++) {
            search.append(RANKS.get(rank), terms.add(texts.get(rank)));
        }
        return search.append("terms", List.copyOf(terms.all));
    }

    private String add(String text) {
        var ranked = new LinkedHashSet<String>();
        Tokens.toStore(text).stream().distinct().limit(MOST_WORDS_OF_A_FIELD).forEach(word -> {
            var folded = Folding.fold(word);
            all.add(folded);
            ranked.add(folded);
            language.flatMap(l -> stem(l, word)).ifPresent(stem -> {
                addStem(folded, stem);
                ranked.add(marked(stem));
            });
        });
        all.remove("");
        ranked.remove("");
        return ' ' + String.join(" ", ranked) + ' ';
    }

    /** A search for the stem itself looks for words that begin with it, so it stands for those that don't: bake for baking. */
    private void addStem(String folded, String stem) {
        all.add(marked(language.orElseThrow(), stem));
        if (!folded.startsWith(stem)) {
            all.add(stem);
        }
    }

    /** None for what has no inflections: numbers, names such as mp3, and the pairs of characters that stand for words. */
    static Optional<String> stem(Language language, String word) {
        var inflected = word.length() >= SHORTEST_STEMMED && word.chars().noneMatch(Character::isDigit);
        return inflected ? Optional.of(language.stem(word)) : Optional.empty();
    }

    static String marked(Language language, String stem) {
        return '~' + language.code() + ':' + stem;
    }

    static String marked(String stem) {
        return '~' + stem;
    }
}
