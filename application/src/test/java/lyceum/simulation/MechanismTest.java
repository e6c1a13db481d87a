package lyceum.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.domain.cache.Mechanism;
import org.junit.jupiter.api.Test;

/** With any one mechanism switched off something is violated, and soon: none of them is there for nothing. */
class MechanismTest {

    private static final long LIMIT = 50_000;
    private static final Path README = Path.of("README.md");

    private static final String HEAD = """
            | mechanism | invariant violated | schedules until found | seed | what happens |
            |---|---|---|---|---|
            """;

    /** What shows that a mechanism is needed. */
    private record Shown(Mechanism mechanism, long schedules, Finding finding) {

        /** As the README has it. */
        String begin() {
            return "| %s | %s | %d |".formatted(mechanism, finding.violation().invariant().title(), schedules);
        }

        String row() {
            return "%s %d | %s |".formatted(begin(), finding.seed(), finding.inOneLine());
        }
    }

    @Test
    void eachMechanismIsNeeded() throws Exception {
        var shown = new ArrayList<Shown>();
        for (var mechanism : Mechanism.values()) {
            shown.add(shown(mechanism));
        }
        var rows = shown.stream().map(Shown::row).collect(Collectors.joining("\n", HEAD, "\n"));
        report(rows + withAllOn(shown.stream().mapToLong(Shown::schedules).max().orElseThrow()));
        if (SimulationTest.FROM == 1) {
            assertThat(Files.readString(README)).contains(shown.stream().map(Shown::begin).toList());
        }
    }

    private static Shown shown(Mechanism off) throws Exception {
        var seed = new Campaign(Set.of(off), SimulationTest.FROM, LIMIT).run();
        assertThat(seed).as("a schedule that needs " + off).isPresent();
        var finding = Objects.requireNonNull(Finding.of(seed.getAsLong(), Set.of(off)));
        return new Shown(off, seed.getAsLong() - SimulationTest.FROM + 1, finding);
    }

    /** It is the mechanism that makes the difference, not the schedule. */
    private static String withAllOn(long count) throws Exception {
        var begun = System.nanoTime();
        var allOn = new Campaign(Set.of(), SimulationTest.FROM, count);
        assertThat(allOn.run()).isEmpty();
        return "\nWith all of them on nothing is violated: " + allOn.summary((System.nanoTime() - begun) / 1e9);
    }

    private static void report(String table) {
        Reports.write("mechanisms.md", table);
        Reports.say(table);
    }
}
