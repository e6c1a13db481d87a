package lyceum.bootstrap.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.domain.identity.Email;
import lyceum.domain.validation.InvalidInput;

/** The ways in which settings are written. */
final class Formats {

    private Formats() {}

    static Format<Integer> wholeNumber(int least, int most) {
        return new Format<>("a whole number from " + least + " to " + most, text -> {
            if (!text.matches("-?\\d{1,18}")) {
                throw new BadValue("is not a whole number");
            }
            return Math.toIntExact(within(Long.valueOf(text), Long.valueOf(least), Long.valueOf(most)));
        });
    }

    static Format<Double> fraction(String least, String most) {
        return new Format<>("a number from " + least + " to " + most, text -> {
            if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
                throw new BadValue("is not a number");
            }
            return within(new BigDecimal(text), new BigDecimal(least), new BigDecimal(most)).doubleValue();
        });
    }

    static Format<Duration> duration(String least, String most) {
        String allowed = "a time from " + least + " to " + most + ", such as 250ms 10s 5m 2h 7d";
        return new Format<>(allowed, text -> within(Quantity.time(text), Quantity.time(least), Quantity.time(most)));
    }

    static Format<Long> bytes(String least, String most) {
        String allowed = "a size from " + least + " to " + most + ", such as 512KB 64MB 1GB";
        return new Format<>(allowed, text -> within(Quantity.bytes(text), Quantity.bytes(least), Quantity.bytes(most)));
    }

    static Format<Boolean> oneOf(String yes, String no) {
        return new Format<>(yes + " or " + no, text -> {
            if (!text.equalsIgnoreCase(yes) && !text.equalsIgnoreCase(no)) {
                throw new BadValue("is neither of the two");
            }
            return text.equalsIgnoreCase(yes);
        });
    }

    static <E extends Enum<E>> Format<E> word(Class<E> words) {
        return new Format<>(names(words), text -> named(words, text));
    }

    static <E extends Enum<E>> Format<List<E>> words(Class<E> words) {
        return new Format<>("a list such as a,b of: " + names(words), text -> {
            List<E> chosen = new ArrayList<>();
            for (String name : text.split(",", -1)) {
                chosen.add(named(words, name.strip()));
            }
            if (chosen.stream().distinct().count() < chosen.size()) {
                throw new BadValue("names one twice");
            }
            return List.copyOf(chosen);
        });
    }

    static Format<ServerUri> uri(String... schemes) {
        String allowed = Stream.of(schemes).map(scheme -> scheme + "://host...").collect(Collectors.joining(" or "));
        return new Format<>(allowed, text -> serverUri(text, List.of(schemes)));
    }

    static Format<Secret> secret(int least, int most) {
        return new Format<>("from " + least + " to " + most + " characters", text -> {
            int length = text.codePointCount(0, text.length());
            if (length < least || length > most) {
                throw new BadValue("has " + length + (length == 1 ? " character" : " characters"));
            }
            return new Secret(text);
        });
    }

    static Format<String> text(String allowed, String pattern) {
        return new Format<>(allowed, text -> {
            if (!text.matches(pattern)) {
                throw new BadValue("has another form");
            }
            return text;
        });
    }

    static Format<Email> email() {
        return new Format<>("an e-mail address", text -> {
            try {
                return new Email(text);
            } catch (InvalidInput e) {
                throw new BadValue("is not one");
            }
        });
    }

    private static ServerUri serverUri(String text, List<String> schemes) throws BadValue {
        try {
            ServerUri uri = new ServerUri(text);
            if (!schemes.contains(uri.scheme())) {
                throw new BadValue("is the address of another kind of server");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new BadValue("is not a server's address");
        }
    }

    private static <E extends Enum<E>> E named(Class<E> words, String text) throws BadValue {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> lower(word).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new BadValue("has an unknown name"));
    }

    private static <E extends Enum<E>> String names(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Formats::lower).collect(Collectors.joining(", "));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static <T extends Comparable<T>> T within(T value, T least, T most) throws BadValue {
        if (value.compareTo(least) < 0) {
            throw new BadValue("is too small");
        }
        if (value.compareTo(most) > 0) {
            throw new BadValue("is too large");
        }
        return value;
    }
}
