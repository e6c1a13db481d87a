package lyceum.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Many schedules, with everything that can go wrong, and every read judged. {@code -Dlyceum.schedules=5000000} runs more,
 * {@code -Dlyceum.from=1000000} others, and {@code -Dlyceum.seed=123} runs one and tells what happens in it.
 */
class SimulationTest {

    static final long FROM = Long.getLong("lyceum.from", 1);

    @Test
    void noScheduleViolatesAnything() throws Exception {
        var seed = Long.getLong("lyceum.seed");
        if (seed != null) {
            replay(seed);
            return;
        }
        var begun = System.nanoTime();
        var count = Long.getLong("lyceum.schedules", 100_000);
        var campaign = new Campaign(Set.of(), FROM, count);
        var failed = campaign.run();
        var summary = campaign.summary((System.nanoTime() - begun) / 1e9);
        Reports.write("run.md", summary + "\n");
        Reports.say(summary);
        assertThat(failed.stream().mapToObj(SimulationTest::told)).isEmpty();
        assertThat(campaign.schedules()).isEqualTo(count);
    }

    private static String told(long seed) {
        var finding = Finding.of(seed, Set.of());
        return finding == null ? "seed " + seed : finding.inFull();
    }

    private static void replay(long seed) {
        var finding = Finding.of(seed, Set.of());
        if (finding == null) {
            var schedule = Generator.of(seed);
            Reports.say(schedule + "\n\n" + String.join("\n", Run.told(schedule, Set.of()).timeline()));
        } else {
            Reports.say(finding.inFull());
        }
        assertThat(finding).isNull();
    }

    @Test
    void aScheduleIsAFunctionOfItsSeed() {
        for (var seed = FROM; seed < FROM + 20; seed++) {
            assertThat(Generator.of(seed)).isEqualTo(Generator.of(seed));
            assertThat(Run.told(Generator.of(seed), Set.of())).isEqualTo(Run.told(Generator.of(seed), Set.of()));
        }
    }
}
