package lyceum.adapters.web.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What may happen to tokens on their way, or be done to them. */
final class Mutations {

    private static final String LETTERS = "ABCXYZabcxyz0189-_.=?+/ \n\u0000\u00ff\ud800{}\"";

    private Mutations() {}

    static String of(List<String> tokens, Random random) {
        var text = tokens.get(random.nextInt(tokens.size()));
        for (var times = 1 + random.nextInt(3); times > 0; times--) {
            text = once(text, tokens, random);
        }
        return text;
    }

    private static String once(String text, List<String> tokens, Random random) {
        var at = random.nextInt(text.length() + 1);
        var end = at + random.nextInt(text.length() - at + 1);
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at) + letter(random) + text.substring(at);
            case 1 -> text.substring(0, at) + letter(random) + text.substring(Math.min(at + 1, text.length()));
            case 2 -> text.substring(0, at) + text.substring(end);
            case 3 -> text.substring(0, end) + text.substring(at);
            case 4 -> text.substring(0, at) + flippedCase(text.substring(at, end)) + text.substring(end);
            case 5 -> parts(text, tokens, random);
            case 6 -> decodedAndChanged(text, random);
            default -> new StringBuilder(text).reverse().toString();
        };
    }

    private static char letter(Random random) {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private static String flippedCase(String text) {
        return text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String parts(String text, List<String> tokens, Random random) {
        var parts = new ArrayList<>(Arrays.asList(text.split("\\.", -1)));
        parts.addAll(Arrays.asList(tokens.get(random.nextInt(tokens.size())).split("\\.", -1)));
        Collections.shuffle(parts, random);
        return String.join(".", parts.subList(0, 1 + random.nextInt(Math.min(4, parts.size()))));
    }

    /** A byte below the encoding, where it can be decoded. */
    private static String decodedAndChanged(String text, Random random) {
        var parts = text.split("\\.", -1);
        var which = random.nextInt(parts.length);
        try {
            var bytes = Base64.getUrlDecoder().decode(parts[which].getBytes(ISO_8859_1));
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            parts[which] = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return String.join(".", parts);
        } catch (IllegalArgumentException undecodable) {
            return text + '.';
        }
    }
}
