package lyceum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** What passes between rooms, and through whose hands. */
final class Doors {

    /** All that an adapter shows of itself; bootstrap needs no more to wire it. */
    static final List<String> LISTED = List.of(
            "adapters.caffeine.CaffeineCacheTier",
            "adapters.caffeine.CaffeineLimits",
            "adapters.mongo.MongoAdapter",
            "adapters.redis.RedisAdapter",
            "adapters.redis.RedisCacheOptions",
            "adapters.redis.RedisServer",
            "adapters.web.HealthProbe",
            "adapters.web.TrustedProxies",
            "adapters.web.WebOptions",
            // Micronaut loads it as a service, which has to be public.
            "adapters.web.ServerDefaults",
            // What is wrong with the file of keys is told with what is wrong with the settings.
            "adapters.web.identity.KeyFile",
            // Files that are imported by command are read as those that are uploaded.
            "adapters.web.transfer.CatalogueFormat");

    /** Who may hold the very bytes that a cache holds: to hash, wrap or send them. */
    static final List<String> TRUSTED_WITH_BYTES = List.of(
            "adapters.redis.Envelope",
            "adapters.web.course.CourseResponses",
            "application.course.Representations");

    private Doors() {}

    static Stream<ArchRule> rules(House house) {
        return Stream.of(ports(house), adapters(house), innerRooms(house), bytes(house));
    }

    /** A port is an interface of the domain that others implement. It comes with a contract in application's test-jar. */
    private static ArchRule ports(House house) {
        return classes()
                .that()
                .resideInAPackage(house.at("domain.."))
                .and(describe("are ports", it -> it.isInterface() && !it.isAnnotation() && !it.reflect().isSealed()))
                .should(ArchCondition.from(describe("have a contract", Doors::hasContract)))
                .as("every port has a contract");
    }

    private static ArchRule adapters(House house) {
        return classes()
                .that()
                .resideInAPackage(house.at("adapters.*"))
                .and()
                .areTopLevelClasses()
                .and(not(house.includes(LISTED)))
                .should()
                .notBePublic()
                .as("an adapter has no door but those listed");
    }

    private static ArchRule innerRooms(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.root() + "..")
                .and()
                .resideOutsideOfPackage(house.at("adapters.web.."))
                .should()
                .dependOnClassesThat(resideInAPackage(house.at("adapters.web.*..")).and(not(house.includes(LISTED))))
                .as("the web's inner rooms are its own");
    }

    private static ArchRule bytes(House house) {
        var shared = house.at("domain.cache.Body.shared()");
        return noClasses()
                .that()
                .resideInAPackage(house.root() + "..")
                .and(not(house.includes(TRUSTED_WITH_BYTES)))
                .should()
                .accessTargetWhere(describe("is Body.shared()", it -> it.getTarget().getFullName().equals(shared)))
                .as("only the trusted hold the bytes of a cached body");
    }

    private static boolean hasContract(JavaClass port) {
        var contract = "/lyceum/contract/" + port.getSimpleName() + "Contract.class";
        return Doors.class.getResource(contract) != null;
    }
}
