package lyceum.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lyceum.domain.identity.Attempts;
import lyceum.domain.identity.Attempts.Tally;
import lyceum.fake.InMemoryAttempts;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;

class TalliesTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String NAME = "name";

    private final ManualClock clock = new ManualClock();
    private final InMemoryAttempts shared = new InMemoryAttempts(clock);
    private final Tallies tallies = tallies(shared);

    /** What happens between a question and its answer. */
    private final List<Runnable> meanwhile = new ArrayList<>();

    private Tallies tallies(Attempts attempts) {
        return new Tallies(attempts, HOUR, 3, clock);
    }

    /** Answers what it knew when it was asked, late. */
    private Attempts slow() {
        return new Attempts() {
            @Override
            public Tally of(String name) {
                return late(shared.of(name));
            }

            @Override
            public Tally add(String name, Duration memory) {
                return late(shared.add(name, memory));
            }

            @Override
            public void clear(String name) {
                shared.clear(name);
            }

            private Tally late(Tally answer) {
                var all = List.copyOf(meanwhile);
                meanwhile.clear();
                all.forEach(Runnable::run);
                return answer;
            }
        };
    }

    private static void add(int times, Tallies some) {
        for (int i = 0; i < times; i++) {
            some.count(NAME);
            some.tell(NAME);
        }
    }

    @Test
    void aLateAnswerTakesNothingBackThatWasCountedMeanwhile() {
        var late = tallies(slow());
        meanwhile.add(() -> add(10, late));
        late.ask(NAME);
        assertThat(late.of(NAME).count()).isEqualTo(10);
        meanwhile.add(() -> late.count(NAME));
        late.ask(NAME);
        assertThat(late.of(NAME).count()).isEqualTo(11);
    }

    @Test
    void whatIsToldInAnotherOrderIsCountedOnce() {
        var late = tallies(slow());
        late.count(NAME);
        late.count(NAME);
        meanwhile.add(() -> late.tell(NAME));
        late.tell(NAME);
        assertThat(late.of(NAME).count()).isEqualTo(2);
    }

    @Test
    void anAnswerThatTookItsTimeDoesNotMakeThePauseLonger() {
        add(1, tallies);
        var late = tallies(slow());
        clock.advance(Duration.ofSeconds(5));
        meanwhile.add(() -> clock.advance(Duration.ofSeconds(1)));
        late.ask(NAME);
        assertThat(late.of(NAME)).isEqualTo(new Tally(1, Duration.ofSeconds(6)));
    }

    @Test
    void whatOthersClearedIsGone() {
        add(5, tallies);
        tallies(shared).clear(NAME);
        assertThat(tallies.of(NAME).count()).isEqualTo(5);
        tallies.ask(NAME);
        assertThat(tallies.of(NAME)).isEqualTo(Tally.NONE);
    }

    @Test
    void whatWasNotToldOutlivesAnAnswerAndNotTheMemory() {
        tallies.count(NAME);
        tallies.ask(NAME);
        assertThat(tallies.of(NAME).count()).isEqualTo(1);
        add(3, tallies(shared));
        tallies.ask(NAME);
        assertThat(tallies.of(NAME).count()).isEqualTo(4);
        clock.advance(HOUR);
        assertThat(tallies.of(NAME)).isEqualTo(Tally.NONE);
        tallies.ask(NAME);
        tallies.count(NAME);
        assertThat(tallies.of(NAME)).isEqualTo(new Tally(1, Duration.ZERO));
    }

    @Test
    void thoseLeastLatelyCountedAreForgottenFirst() {
        for (var name : new String[] {"a", "b", "c", "a", "d"}) {
            tallies.count(name);
        }
        assertThat(tallies.of("a").count()).isEqualTo(2);
        assertThat(tallies.of("b").count()).isZero();
        assertThat(tallies.of("c").count()).isEqualTo(1);
        assertThat(tallies.of("d").count()).isEqualTo(1);
    }
}
