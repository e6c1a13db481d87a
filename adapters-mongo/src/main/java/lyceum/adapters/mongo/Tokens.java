package lyceum.adapters.mongo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Splits text into lower-case words, and into overlapping pairs of characters where a script has no spaces. */
final class Tokens {

    private static final int EVERY_SCRIPT =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    private static final Pattern PLUS_PLUS = Pattern.compile("(?<=[\\p{L}\\p{N}])\\+\\+");
    private static final Pattern SHARP = Pattern.compile("(?<![\\p{L}\\p{N}])([A-Za-z])#");
    private static final Pattern JOINTS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    private Tokens() {}

    /** All that a text can be found by: {@code node.js} is found as node, js and nodejs. */
    static List<String> toStore(String text) {
        var words = new ArrayList<String>();
        for (var token : split(text, true)) {
            var parts = parts(token);
            words.addAll(parts);
            if (parts.size() > 1) {
                words.add(String.join("", parts));
            }
        }
        return words;
    }

    /** What a text must contain to be found. */
    static List<String> toFind(String text) {
        return split(text, false).stream().flatMap(token -> parts(token).stream()).toList();
    }

    private static List<String> parts(String token) {
        if (token.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c))) {
            return List.of(token);
        }
        return JOINTS.splitAsStream(token).filter(Predicate.not(String::isEmpty)).toList();
    }

    /** @param characters whether single characters come besides the pairs they are in */
    private static List<String> split(String text, boolean characters) {
        var tokens = new ArrayList<String>();
        var tokenizer = new StandardTokenizer();
        try (var chain =
                new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(tokenizer)), EVERY_SCRIPT, characters)) {
            tokenizer.setReader(new StringReader(spelled(text)));
            var term = chain.addAttribute(CharTermAttribute.class);
            chain.reset();
            while (chain.incrementToken()) {
                tokens.add(term.toString());
            }
            chain.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /** C++ and C# aren't C: the tokenizer would drop what tells them apart. Accents are made part of their letters. */
    private static String spelled(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return SHARP.matcher(PLUS_PLUS.matcher(composed).replaceAll("plusplus")).replaceAll("$1sharp");
    }
}
