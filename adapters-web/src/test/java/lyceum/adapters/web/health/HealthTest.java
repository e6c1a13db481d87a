package lyceum.adapters.web.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lyceum.adapters.web.HealthProbe;
import org.junit.jupiter.api.Test;

/** How parts are asked that take their time; the rest is tested over HTTP. */
final class HealthTest {

    private record Probe(String name, boolean required, Supplier<Optional<String>> ask) implements HealthProbe {

        @Override
        public Optional<String> complaint() {
            return ask.get();
        }
    }

    private final CompletableFuture<Optional<String>> silence = new CompletableFuture<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final Probe silent = new Probe("silent", true, () -> {
        questions.incrementAndGet();
        return silence.join();
    });

    @Test
    void partsAreAskedAtTheSameTime() {
        var all = new CyclicBarrier(3);
        var probes = List.<HealthProbe>of(meeting("a", all), meeting("b", all), meeting("c", all));
        assertThat(readiness(new Health(probes, Duration.ofSeconds(20)))).startsWith("200 {\"status\":\"UP\"");
    }

    @Test
    void notToAnswerInTimeIsAComplaint() {
        var well = new Probe("well", true, Optional::empty);
        assertThat(readiness(new Health(List.of(silent, well), Duration.ofMillis(20))))
                .isEqualTo("503 {\"status\":\"DOWN\",\"checks\":{"
                        + "\"silent\":{\"status\":\"DOWN\",\"reason\":\"does not answer\"},\"well\":{\"status\":\"UP\"}}}");
        silence.complete(Optional.empty());
    }

    @Test
    void oneThatHangsIsNotAskedAgainBeforeItAnswers() {
        var health = new Health(List.of(silent), Duration.ofMillis(1));
        for (var i = 0; i < 20; i++) {
            assertThat(readiness(health)).startsWith("503");
        }
        assertThat(questions).hasValue(1);
        silence.complete(Optional.empty());
        while (questions.get() == 1) {
            readiness(health);
        }
    }

    @Test
    void oneThatBreaksCouldNotBeAsked() {
        var broken = new Probe("broken", false, () -> {
            throw new AssertionError("secret");
        });
        assertThat(readiness(new Health(List.of(broken), Duration.ofSeconds(20))))
                .contains("DEGRADED", "could not be asked")
                .doesNotContain("secret");
    }

    private static Probe meeting(String name, CyclicBarrier all) {
        return new Probe(name, true, () -> {
            try {
                all.await(10, TimeUnit.SECONDS);
                return Optional.empty();
            } catch (Exception alone) {
                return Optional.of("was asked alone");
            }
        });
    }

    private static String readiness(Health health) {
        var response = health.readiness().toCompletableFuture().join();
        return response.code() + " " + new String(response.body(), UTF_8);
    }
}
