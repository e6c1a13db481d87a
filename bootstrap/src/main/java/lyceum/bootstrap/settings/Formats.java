package lyceum.bootstrap.settings;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.adapters.web.TrustedProxies;
import lyceum.adapters.web.identity.KeyFile;
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

    /** Several secrets. One with a comma in it cannot be among them. */
    static Format<List<Secret>> secrets(int least, int most) {
        var each = secret(least, most);
        return new Format<>("secrets such as a,b, each " + each.allowed() + ", none with a comma in it", text -> {
            List<Secret> secrets = new ArrayList<>();
            for (String one : text.split(",", -1)) {
                secrets.add(secret(one.strip(), each));
            }
            if (secrets.stream().distinct().count() < secrets.size()) {
                throw new BadValue("has one twice");
            }
            return List.copyOf(secrets);
        });
    }

    /** A file with keys for tokens, which is looked into here, so that what is wrong with it is told with everything else. */
    static Format<Path> keyFile() {
        return new Format<>("a JWK Set, each key with a kid, EC on P-256 or OKP on Ed25519", text -> {
            var file = path(text);
            var fault = KeyFile.fault(file);
            if (fault.isPresent()) {
                throw new BadValue(fault.get());
            }
            return file;
        });
    }

    /** Load balancers, by address or subnet. */
    static Format<List<String>> subnets() {
        return new Format<>("a list such as 10.0.0.0/8,192.0.2.1 of addresses and subnets", text -> {
            var subnets = Stream.of(text.split(",", -1)).map(String::strip).toList();
            for (String subnet : subnets) {
                var fault = TrustedProxies.fault(subnet);
                if (fault.isPresent()) {
                    throw new BadValue(fault.get());
                }
            }
            return subnets;
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

    private static Secret secret(String text, Format<Secret> format) throws BadValue {
        try {
            return format.parser().parse(text);
        } catch (BadValue e) {
            throw new BadValue("has a secret that " + e.fault());
        }
    }

    private static Path path(String text) throws BadValue {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadValue("is not a path");
        }
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
