package lyceum.adapters.mongo;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/** The languages whose words are reduced to stems. A constant's name is its code, which stored stems carry. */
@SuppressWarnings("ImmutableEnumChecker") // Lucene's default sets refuse changes, and ours is nobody else's.
enum Language {
    AR(ArabicStemmer::new, ArabicAnalyzer.getDefaultStopSet()),
    DA(DanishStemmer::new, DanishAnalyzer.getDefaultStopSet()),
    DE(GermanStemmer::new, GermanAnalyzer.getDefaultStopSet()),
    EL(GreekStemmer::new, GreekAnalyzer.getDefaultStopSet()),
    EN(EnglishStemmer::new, CommonEnglish.WORDS),
    ES(SpanishStemmer::new, SpanishAnalyzer.getDefaultStopSet()),
    FI(FinnishStemmer::new, FinnishAnalyzer.getDefaultStopSet()),
    FR(FrenchStemmer::new, FrenchAnalyzer.getDefaultStopSet()),
    HI(HindiStemmer::new, HindiAnalyzer.getDefaultStopSet()),
    HU(HungarianStemmer::new, HungarianAnalyzer.getDefaultStopSet()),
    IT(ItalianStemmer::new, ItalianAnalyzer.getDefaultStopSet()),
    NL(DutchStemmer::new, DutchAnalyzer.getDefaultStopSet()),
    NO(NorwegianStemmer::new, NorwegianAnalyzer.getDefaultStopSet()),
    PT(PortugueseStemmer::new, PortugueseAnalyzer.getDefaultStopSet()),
    RO(RomanianStemmer::new, RomanianAnalyzer.getDefaultStopSet()),
    RU(RussianStemmer::new, RussianAnalyzer.getDefaultStopSet()),
    SV(SwedishStemmer::new, SwedishAnalyzer.getDefaultStopSet()),
    TR(TurkishStemmer::new, TurkishAnalyzer.getDefaultStopSet());

    private static final Set<Language> OF_OTHER_LETTERS = EnumSet.of(AR, EL, HI, RU);
    private static final Map<String, Set<Language>> STOP_WORDS = stopWords();

    private final Supplier<SnowballStemmer> stemmer;
    private final CharArraySet stopWords;
    private final String code = name().toLowerCase(Locale.ROOT);

    Language(Supplier<SnowballStemmer> stemmer, CharArraySet stopWords) {
        this.stemmer = stemmer;
        this.stopWords = stopWords;
    }

    String code() {
        return code;
    }

    /** @param tag for example {@code pt-BR} */
    static Optional<Language> of(String tag) {
        var code = codeOf(tag);
        return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
    }

    /** The language a tag begins with; both written forms of Norwegian count as one. */
    static String codeOf(String tag) {
        var code = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return code.equals("nb") || code.equals("nn") ? NO.code() : code;
    }

    /** In which languages a folded word says so little that a search can do without. */
    static Set<Language> whereStopWord(String folded) {
        return STOP_WORDS.getOrDefault(folded, Set.of());
    }

    /** Whether a word may be of this language, by its letters. */
    boolean couldHave(String folded) {
        return folded.codePoints().allMatch(c -> c < 0x80) != OF_OTHER_LETTERS.contains(this);
    }

    /** The stem of a lower-case word, folded. */
    String stem(String word) {
        var program = stemmer.get();
        program.setCurrent(word);
        program.stem();
        return Folding.fold(program.getCurrent());
    }

    private static Map<String, Set<Language>> stopWords() {
        var all = new HashMap<String, Set<Language>>();
        for (var language : values()) {
            for (var word : language.stopWords) {
                all.computeIfAbsent(Folding.fold(new String((char[]) word)), w -> EnumSet.noneOf(Language.class))
                        .add(language);
            }
        }
        return all;
    }

    /** Lucene's own list leaves out the words questions are made of. */
    private static final class CommonEnglish {
        static final CharArraySet WORDS = new CharArraySet(
                List.of("a an and are as at be but by can do does for from how i if in into is it its me my no not of on or our so such that "
                        .concat("the their then there these they this to us was we what when where which who why will with you your")
                        .split(" ")),
                false);
    }
}
