package lyceum.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses PROGRAM = House.program();

    /** Every package there is, and the module it lies in. */
    private static final Map<String, List<String>> MODULES = Map.of(
            "domain",
            List.of("domain.cache", "domain.course", "domain.idempotency", "domain.identity", "domain.validation"),
            "application",
            List.of(
                    "application",
                    "application.cache",
                    "application.coherence",
                    "application.course",
                    "application.identity",
                    "application.transfer"),
            "adapters-redis", List.of("adapters.redis"),
            "adapters-mongo", List.of("adapters.mongo"),
            "adapters-web",
            List.of(
                    "adapters.web",
                    "adapters.web.cache",
                    "adapters.web.course",
                    "adapters.web.docs",
                    "adapters.web.health",
                    "adapters.web.identity",
                    "adapters.web.json",
                    "adapters.web.problem",
                    "adapters.web.transfer"),
            "bootstrap",
            List.of(
                    "adapters.caffeine",
                    "bootstrap",
                    "bootstrap.cli",
                    "bootstrap.embedded",
                    "bootstrap.settings"));

    static Stream<ArchRule> rules() {
        return Rules.of(House.LYCEUM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(PROGRAM);
    }

    @Test
    void everyPackageIsListedAndEveryListedPackageHasClasses() {
        var listed = MODULES.entrySet().stream()
                .flatMap(module -> module.getValue().stream().map(room -> module.getKey() + ": lyceum." + room));

        assertThat(PROGRAM.stream().map(it -> module(it) + ": " + it.getPackageName()).distinct())
                .containsExactlyInAnyOrderElementsOf(listed.toList());
    }

    /** Guards the import itself, which must find folders in {@code test} and jars in {@code verify}. */
    @Test
    void theWholeProgramIsLookedAt() {
        assertThat(PROGRAM).hasSizeGreaterThan(300);
    }

    @Test
    void everyListedDoorIsOpen() {
        assertThat(Doors.LISTED)
                .allMatch(door -> PROGRAM.get("lyceum." + door).getModifiers().contains(JavaModifier.PUBLIC));
    }

    /** An exception for a class that has gone waits for another of that name. */
    @Test
    void everyExceptionIsForSomebody() {
        var excused = Bans.ALL.stream().flatMap(ban -> ban.excused().stream());

        assertThat(Stream.concat(excused, Doors.TRUSTED_WITH_BYTES.stream()))
                .allMatch(name -> PROGRAM.contain("lyceum." + name));
    }

    /** The folder before target, or the jar less its version. */
    private static String module(JavaClass type) {
        var place = type.getSource().orElseThrow().getUri().toString();
        return place.replaceFirst(".*/([\\w-]+)/target/classes/.*", "$1")
                .replaceFirst(".*/([a-z-]+)-\\d[^/]*[.]jar!/.*", "$1");
    }
}
