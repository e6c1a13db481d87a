package lyceum.adapters.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The words of a search: a course is found if it has each of them, as the same word in another form or as a beginning of a word.
 *
 * <p>The language of a search is unknown, so a word is stemmed in every language, and each stem finds courses of its language. A
 * course may lack words that are stop words of its language, unless every word of the search is one somewhere.
 */
final class SearchQuery {

    /** Later words are ignored: it bounds the work that a request can ask for. */
    private static final int MOST_WORDS = 10;

    private final List<SearchWord> words;
    private final boolean onlyStopWords;

    private SearchQuery(List<SearchWord> words) {
        this.words = words;
        this.onlyStopWords = words.stream().noneMatch(word -> word.dispensable().isEmpty());
    }

    static SearchQuery of(String search) {
        var words = Tokens.toFind(search).stream().distinct().limit(MOST_WORDS).map(SearchWord::of);
        return new SearchQuery(words.filter(word -> !word.text().isEmpty()).toList());
    }

    /** A search without any letter or digit finds nothing. */
    boolean findsNothing() {
        return words.isEmpty();
    }

    List<Bson> filters() {
        return words.stream().map(word -> onlyStopWords ? word.found() : word.foundOrDispensable()).toList();
    }

    /** An expression that is the higher the better a course matches. */
    Document score() {
        var points = new ArrayList<Document>();
        for (var word : words) {
            for (var rank = 0; rank < SearchTerms.RANKS.size(); rank++) {
                points.add(word.points('$' + Fields.SEARCH + '.' + SearchTerms.RANKS.get(rank),
                        SearchTerms.RANKS.size() - rank));
            }
        }
        return new Document("$add", points);
    }
}
