package lyceum.domain.course;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The form of a title that goes into an address: lower-case ASCII words joined by hyphens. */
public final class Slug {

    static final int MAX_LENGTH = 120;

    /** For titles in scripts that no table here covers. */
    private static final String NAMELESS = "course";

    /** Letters that are no ASCII letter with a mark: Latin, Cyrillic, Greek. */
    private static final Map<Integer, String> LETTERS = letters(
            "ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ı:i ħ:h ŋ:n",
            "а:a б:b в:v г:g ґ:g д:d ђ:dj е:e є:ye ж:zh з:z и:i і:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t",
            "ћ:c у:u ф:f х:kh ц:ts ч:ch џ:dz ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya",
            "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o",
            "+:-plus- &:-and- ':  ’:");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");
    private static final Pattern LAST_WORD = Pattern.compile("-[^-]*$");

    private Slug() {}

    /** Always a valid slug, the same for the same title; different titles may share one. */
    public static String of(String title) {
        var lower = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var ascii = new StringBuilder(lower.length());
        MARKS.matcher(lower).replaceAll("").codePoints().forEach(letter -> append(ascii, letter));
        var slug = ENDS.matcher(GAPS.matcher(ascii).replaceAll("-")).replaceAll("");
        return slug.isEmpty() ? NAMELESS : cut(slug);
    }

    private static void append(StringBuilder ascii, int letter) {
        var spelt = letter >= 'a' && letter <= 'z' ? null : LETTERS.get(letter);
        if (spelt == null) {
            ascii.appendCodePoint(letter);
        } else {
            ascii.append(spelt);
        }
    }

    /** Ends with a whole word if there is more than one. */
    private static String cut(String slug) {
        if (slug.length() <= MAX_LENGTH) {
            return slug;
        }
        var head = slug.substring(0, MAX_LENGTH);
        return slug.charAt(MAX_LENGTH) == '-' ? head : LAST_WORD.matcher(head).replaceFirst("");
    }

    private static Map<Integer, String> letters(String... tables) {
        var letters = new HashMap<Integer, String>();
        for (var pair : String.join(" ", tables).split(" +", -1)) {
            var colon = pair.indexOf(':');
            letters.put(pair.codePointAt(0), pair.substring(colon + 1));
        }
        return Map.copyOf(letters);
    }
}
