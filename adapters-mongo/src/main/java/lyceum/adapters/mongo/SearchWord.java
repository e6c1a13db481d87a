package lyceum.adapters.mongo;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One word of a search.
 *
 * @param text without accents
 * @param stems in every language it could be of, as {@link SearchTerms} marks them in the index
 * @param forms the stems and the word as a stem, as they stand in the strings by rank
 * @param dispensable the codes of the languages that have it as a stop word
 */
record SearchWord(String text, List<String> stems, List<String> forms, List<String> dispensable) {

    private static final int SHORTEST_BEGINNING = 2;

    private record Stem(Language language, String text) {}

    static SearchWord of(String token) {
        var text = Folding.fold(token);
        // With and without accents: stemmers need them, and people leave them out.
        var all = Stream.of(token, text).distinct().flatMap(form -> stems(form, text)).toList();
        var marked = all.stream().map(stem -> SearchTerms.marked(stem.language(), stem.text()));
        var forms = Stream.concat(Stream.of(text), all.stream().map(Stem::text)).map(SearchTerms::marked);
        var dispensable = Language.whereStopWord(text).stream().map(Language::code).toList();
        return new SearchWord(text, marked.distinct().toList(), forms.distinct().toList(), dispensable);
    }

    /** Stems other than the word. Where a word is its own stem, looking for what begins with it is enough. */
    private static Stream<Stem> stems(String form, String folded) {
        return Arrays.stream(Language.values())
                .filter(language -> language.couldHave(folded))
                .flatMap(language -> SearchTerms.stem(language, form).map(stem -> new Stem(language, stem)).stream())
                .filter(stem -> !stem.text().equals(folded));
    }

    private boolean findsBeginnings() {
        return text.codePointCount(0, text.length()) >= SHORTEST_BEGINNING;
    }

    Bson found() {
        var alternatives = new ArrayList<Object>(stems);
        alternatives.add(findsBeginnings() ? Pattern.compile('^' + Pattern.quote(text)) : text);
        return in(SearchTerms.TERMS, alternatives);
    }

    Bson foundOrDispensable() {
        return dispensable.isEmpty() ? found() : or(found(), in(SearchTerms.LANGUAGE, dispensable));
    }

    /**
     * A match counts more than all matches in less important fields together, and the whole word more than a beginning: of
     * the powers of four a match as a word earns 2, and as a beginning 1.
     */
    Document points(String field, int importance) {
        var unit = 1 << (2 * (importance - 1));
        var beginning = findsBeginnings() ? condition(contains(field, ' ' + text), unit, 0) : 0;
        var whole = Stream.concat(Stream.of(text), forms.stream()).map(form -> contains(field, ' ' + form + ' '));
        return condition(new Document("$or", whole.toList()), 2 * unit, beginning);
    }

    private static Document condition(Document test, Object then, Object otherwise) {
        return new Document("$cond", List.of(test, then, otherwise));
    }

    private static Document contains(String field, String term) {
        return new Document("$gte", List.of(new Document("$indexOfBytes", List.of(field, term)), 0));
    }
}
