package lyceum.adapters.mongo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Takes the accents off words: those who search often leave them out. */
final class Folding {

    /** The marks of Latin, Greek and Cyrillic letters only: in other scripts marks are vowels. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]");

    private Folding() {}

    static String fold(String word) {
        if (word.chars().allMatch(c -> c < 0x80)) {
            return word;
        }
        var apart = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var bare = ACCENTS.matcher(apart).replaceAll("");
        var composed = Normalizer.normalize(bare, Normalizer.Form.NFC);
        return NO_LETTERS.matcher(ascii(composed)).replaceAll("");
    }

    /** What has no accent to take off, such as ø and ß. */
    private static String ascii(String text) {
        var folded = new char[4 * text.length()];
        var length = ASCIIFoldingFilter.foldToASCII(text.toCharArray(), 0, folded, 0, text.length());
        return new String(folded, 0, length);
    }
}
