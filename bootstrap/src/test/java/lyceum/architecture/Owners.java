package lyceum.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which room a library belongs to. Visions say the same of most rooms, seen from the other side; this list holds for
 * bootstrap too, which sees all rooms but no library of theirs.
 */
final class Owners {

    static final List<Owner> ALL = List.of(
            new Owner("Redis stays in its adapter", List.of("adapters.redis"), List.of("io.lettuce..")),
            new Owner(
                    "MongoDB stays in its adapter",
                    List.of("adapters.mongo"),
                    List.of(
                            "com.mongodb..",
                            "io.micronaut.data..",
                            "org.apache.lucene..",
                            "org.bson..",
                            "org.tartarus.snowball..")),
            new Owner(
                    "HTTP stays in its adapter",
                    List.of("adapters.web.."),
                    List.of(
                            "com.fasterxml.jackson..",
                            "com.nimbusds..",
                            "com.nulabinc.zxcvbn..",
                            "com.password4j..",
                            "de.siegmar.fastcsv..",
                            "io.micronaut.http..",
                            "io.micronaut.security..",
                            "io.micronaut.web..",
                            "org.yaml.snakeyaml..")),
            // Lettuce lends its Netty threads, and the embedded MongoDB tells of its clients as Netty channels.
            new Owner(
                    "Netty stays with those built on it",
                    List.of("adapters.web..", "adapters.redis", "bootstrap.embedded"),
                    List.of("io.netty..")),
            new Owner(
                    "Caffeine stays in its adapter", List.of("adapters.caffeine"),
                    List.of("com.github.benmanes.caffeine..")),
            new Owner(
                    "the embedded servers stay in bootstrap.embedded",
                    List.of("bootstrap.embedded"),
                    List.of("de.bwaldvogel.mongo..", "org.h2..", "redis.embedded..")),
            new Owner("nobody logs but through SLF4J", List.of("nobody"), List.of("java.util.logging..")));

    private Owners() {}

    static Stream<ArchRule> rules(House house) {
        return ALL.stream().map(owner -> owner.over(house));
    }

    record Owner(String rule, List<String> rooms, List<String> libraries) {

        ArchRule over(House house) {
            return noClasses()
                    .that()
                    .resideInAPackage(house.root() + "..")
                    .and()
                    .resideOutsideOfPackages(house.at(rooms.toArray(String[]::new)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(libraries.toArray(String[]::new))
                    .as(rule);
        }
    }
}
