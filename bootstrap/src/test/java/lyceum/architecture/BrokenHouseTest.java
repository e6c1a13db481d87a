package lyceum.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that nobody breaks may be rules that catch nothing. In the broken house each must catch whom it is for. */
class BrokenHouseTest {

    private static final JavaClasses BROKEN = House.broken();

    private static final Pattern SOURCE = Pattern.compile("\\((\\w+)\\.java:\\d+\\)");

    /** Each rule, and everybody who breaks it. */
    private static final Map<String, String> CULPRITS = Stream.of("""
            domain.. sees only what is listed               | OpensSockets SeesTheApplication
            application.cache.. sees only what is listed    | SeesCourses
            application sees only what is listed            | SeesAUseCase
            application.course.. sees only what is listed   | Hashes
            adapters.caffeine.. sees only what is listed    | SeesBootstrap
            adapters.redis.. sees only what is listed       | SeesTheOtherApplication
            adapters.mongo.. sees only what is listed       | SeesAnotherAdapter
            adapters.web.. sees only what is listed         | SeesTheNeighbour
            Redis stays in its adapter                      | UsesRedis
            MongoDB stays in its adapter                    | UsesMongo
            HTTP stays in its adapter                       | UsesHttp
            Netty stays with those built on it              | UsesNetty
            Caffeine stays in its adapter                   | UsesCaffeine
            the embedded servers stay in bootstrap.embedded | UsesEmbeddedServers
            nobody logs but through SLF4J                   | UsesAnotherLog
            the core reads no clock                         | ReadsClocks
            the core has no thread of its own               | StartsThreads
            the core never waits                            | Waits
            the core throws no dice                         | ThrowsDice ThrowsSecureDice
            the core asks no environment                    | AsksTheEnvironment
            every port has a contract                       | Unproven
            an adapter has no door but those listed         | BackDoor SideDoor
            the web's inner rooms are its own               | LooksBehindTheDoor
            only the trusted hold the bytes of a cached body | TakesBytes
            no packages go round in a circle                | Here There
            a name says what a class is for                 | CourseHelper CourseImpl CourseManager CourseUtils
            whoever needs something asks in the constructor | IsInjected
            the core catches no errors                      | CatchesErrors
            """.split("\n"))
            .map(line -> line.split("\\|"))
            .collect(Collectors.toMap(line -> line[0].strip(), line -> line[1].strip()));

    static Stream<ArchRule> rules() {
        return Rules.of(House.BROKEN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void catchesItsCulpritsAndNobodyElse(ArchRule rule) {
        assertThat(culprits(report(rule))).isEqualTo(CULPRITS.get(rule.getDescription()));
    }

    @Test
    void noRuleIsWithoutACulprit() {
        assertThat(rules().map(ArchRule::getDescription)).containsExactlyInAnyOrderElementsOf(CULPRITS.keySet());
    }

    @Test
    void everyOwnedLibraryIsCaughtOutsideItsRoom() {
        assertThat(Owners.ALL).allSatisfy(owner -> {
            var report = report(owner.over(House.BROKEN));
            assertThat(owner.libraries()).allMatch(it -> report.contains("<" + it.replace("..", ".")));
        });
    }

    @Test
    void everyBannedCallIsCaught() {
        var called = BROKEN.stream()
                .flatMap(it -> it.getAccessesFromSelf().stream())
                .map(it -> it.getTarget().getFullName())
                .toList();

        assertThat(Bans.ALL.stream().flatMap(ban -> ban.patterns().stream()))
                .allMatch(banned -> called.stream().anyMatch(banned.asMatchPredicate()));
    }

    static Stream<ArchRule> rulesOfNoHouse() {
        return Rules.of(new House("lyceum.architecture.nowhere"));
    }

    /** So a room that is mistyped, or has gone, cannot pass for a tidy one. */
    @ParameterizedTest
    @MethodSource("rulesOfNoHouse")
    void failsWhereThereIsNobody(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    private static String report(ArchRule rule) {
        return String.join("\n", rule.evaluate(BROKEN).getFailureReport().getDetails());
    }

    private static String culprits(String report) {
        return SOURCE.matcher(report).results().map(it -> it.group(1)).distinct().sorted().collect(joining(" "));
    }
}
