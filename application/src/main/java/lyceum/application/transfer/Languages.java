package lyceum.application.transfer;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Languages by their tag, with either separator, or by their English name. */
final class Languages {

    private static final Map<String, String> BY_NAME = Arrays.stream(Locale.getISOLanguages())
            .collect(toUnmodifiableMap(Languages::englishName, code -> code, (first, _) -> first));

    private Languages() {}

    static String tag(Object value) {
        var text = Texts.line(value);
        return BY_NAME.getOrDefault(text.toLowerCase(Locale.ROOT), text.replace('_', '-'));
    }

    private static String englishName(String code) {
        return Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }
}
