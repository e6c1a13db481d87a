package lyceum.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** What each room may see: rooms of the house, and packages from outside. Nothing else; bootstrap alone sees all. */
final class Visions {

    private static final List<String> PLAIN = List.of(
            "java.lang",
            "java.nio.charset",
            "java.util",
            "org.jspecify.annotations");

    private static final List<String> CORE = plus(
            PLAIN,
            "java.math",
            "java.text",
            "java.time..",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    /** Those who meet the outside world meet it in bytes and addresses, and keep a log of it. */
    private static final List<String> OUTSIDE = plus(
            PLAIN,
            "java.io",
            "java.math",
            "java.net",
            "java.nio",
            "java.security",
            "java.text",
            "java.time..",
            "java.util..",
            "org.slf4j");

    private static final List<Vision> ALL = List.of(
            new Vision(List.of("domain.."), List.of("domain.."), CORE),
            new Vision(
                    List.of("application.cache.."),
                    List.of("application.cache..", "domain.."),
                    List.of(
                            "java.lang",
                            "java.time",
                            "java.util",
                            "java.util.concurrent",
                            "java.util.concurrent.atomic",
                            "java.util.function",
                            "java.util.stream",
                            "org.jspecify.annotations")),
            // The one place that hashes.
            new Vision(
                    List.of("application"),
                    List.of("application", "domain.."),
                    plus(PLAIN, "java.security", "javax.crypto", "javax.crypto.spec")),
            new Vision(
                    List.of(
                            "application.course..",
                            "application.coherence..",
                            "application.identity..",
                            "application.transfer.."),
                    List.of("application..", "domain.."),
                    CORE),
            adapter("caffeine", List.of("domain.."), "com.github.benmanes.caffeine.."),
            adapter("redis", List.of("domain.."), "io.lettuce..", "io.netty.util.concurrent"),
            adapter(
                    "mongo",
                    List.of("domain.."),
                    "com.mongodb..",
                    "io.micronaut.context..",
                    "io.micronaut.data..",
                    "jakarta.inject",
                    "org.apache.lucene..",
                    "org.bson..",
                    "org.tartarus.snowball.."),
            adapter(
                    "web",
                    List.of("application..", "domain.."),
                    "com.fasterxml.jackson.core..",
                    "com.nimbusds..",
                    "com.nulabinc.zxcvbn..",
                    "com.password4j..",
                    "de.siegmar.fastcsv..",
                    "io.micronaut..",
                    "io.netty..",
                    "jakarta.annotation",
                    "jakarta.inject",
                    "java.nio.file",
                    "java.security.spec",
                    "org.yaml.snakeyaml.."));

    private Visions() {}

    static Stream<ArchRule> rules(House house) {
        return ALL.stream().map(vision -> vision.over(house));
    }

    /** An adapter sees itself, the core as far as it needs, and its own libraries. */
    private static Vision adapter(String name, List<String> core, String... libraries) {
        var self = List.of("adapters." + name + "..");
        return new Vision(self, plus(core, self.getFirst()), plus(OUTSIDE, libraries));
    }

    private static List<String> plus(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private record Vision(List<String> who, List<String> rooms, List<String> packages) {

        ArchRule over(House house) {
            var seen = Stream.concat(rooms.stream().map(house::at), packages.stream());
            return classes()
                    .that()
                    .resideInAnyPackage(house.at(who.toArray(String[]::new)))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(seen.toArray(String[]::new))
                    .as(who.getFirst() + " sees only what is listed");
        }
    }
}
