package lyceum.application.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;
import lyceum.application.identity.LoginThrottle.Outcome;
import lyceum.domain.identity.Email;
import lyceum.fake.InMemoryAttempts;
import lyceum.fake.ManualClock;
import lyceum.fake.QuickPasswordHasher;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String OWNER = "owner@example.org";
    private static final String HOME = "192.0.2.1";
    private static final String AWAY = "198.51.100.1";
    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualClock clock = new ManualClock();
    private final InMemoryAttempts attempts = new InMemoryAttempts(clock);
    private final ThrottledProcess process = new ThrottledProcess(attempts, clock);

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static String somewhere(int number) {
        return "203.0.%s.%s".formatted(number / 256, number % 256);
    }

    private static String somebody(int number) {
        return "somebody" + number + "@example.org";
    }

    @Test
    void tenFailuresAreFreeAndThenEachBeginsALongerPause() {
        process.fails(10, OWNER, HOME);
        for (long pause : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            process.isPaused(seconds(pause), OWNER, HOME);
            clock.advance(seconds(pause).minusMillis(100));
            process.isPaused(Duration.ofMillis(100), OWNER, HOME);
            clock.advance(Duration.ofMillis(100));
            process.fails(1, OWNER, HOME);
        }
    }

    @Test
    void aFailureTellsHowManyAreLeftAndThenThePauseThatItBegins() {
        for (int left = 9; left > 0; left--) {
            assertThat(process.wrong(OWNER, HOME)).isEqualTo(new Outcome.Wrong(left, Duration.ZERO));
        }
        for (long pause : new long[] {1, 2, 4}) {
            assertThat(process.wrong(OWNER, HOME)).isEqualTo(new Outcome.Wrong(0, seconds(pause)));
            clock.advance(seconds(pause));
        }
    }

    @Test
    void norIsAnyLeftOnceTheAddressHasToWait() {
        IntStream.range(0, 99).forEach(number -> process.fails(1, somebody(number), AWAY));
        assertThat(process.wrong(OWNER, AWAY)).isEqualTo(new Outcome.Wrong(0, seconds(1)));
    }

    @Test
    void whatIsRefusedIsNotCounted() {
        process.fails(10, OWNER, HOME);
        for (int i = 0; i < 50; i++) {
            process.isPaused(seconds(1), OWNER, HOME);
        }
        clock.advance(seconds(1));
        process.signsIn(OWNER, HOME);
    }

    @Test
    void aSuccessClearsThePair() {
        process.fails(10, OWNER, HOME);
        clock.advance(seconds(1));
        process.signsIn(OWNER, HOME);
        process.fails(10, OWNER, HOME);
        process.isPaused(seconds(1), OWNER, HOME);
    }

    @Test
    void failuresAreForgottenAnHourAfterTheLast() {
        process.fails(5, OWNER, HOME);
        clock.advance(HOUR.minusSeconds(1));
        process.fails(5, OWNER, HOME);
        process.isPaused(seconds(1), OWNER, HOME);
        clock.advance(HOUR);
        process.fails(10, OWNER, HOME);
        process.isPaused(seconds(1), OWNER, HOME);
    }

    @Test
    void otherAccountsAndOtherAddressesAreOthers() {
        process.fails(10, OWNER, HOME);
        process.fails(10, OWNER, AWAY);
        process.fails(10, somebody(1), HOME);
        process.isPaused(seconds(1), OWNER, HOME);
    }

    @Test
    void anAddressHasAHundredFreeFailuresOverAllAccounts() {
        for (int i = 0; i < 100; i++) {
            process.fails(1, somebody(i), AWAY);
        }
        for (int pause : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            process.isPaused(seconds(pause), OWNER, AWAY);
            clock.advance(seconds(pause));
            process.fails(1, somebody(100 + pause), AWAY);
        }
        process.signsIn(OWNER, HOME);
    }

    @Test
    void oneSuccessDoesNotBuyAnAddressAnotherHundred() {
        for (int i = 0; i < 99; i++) {
            process.fails(1, somebody(i), AWAY);
        }
        process.signsIn("attacker@example.org", AWAY);
        process.fails(1, somebody(99), AWAY);
        process.isPaused(seconds(1), somebody(100), AWAY);
    }

    @Test
    void aNeighbourLocksNobodyOutWhoHasBeenThere() {
        process.signsIn(OWNER, HOME);
        for (int day = 1; day < 30; day++) {
            clock.advance(Duration.ofDays(1));
            IntStream.range(0, 100).forEach(number -> process.fails(1, somebody(number), HOME));
            process.isPaused(seconds(1), somebody(100), HOME);
        }
        process.fails(9, OWNER, HOME);
        process.signsIn(OWNER, HOME);
    }

    @Test
    void whoHasNotBeenThereForThirtyDaysIsNotKnown() {
        process.signsIn(OWNER, HOME);
        clock.advance(Duration.ofDays(29));
        process.signsIn(OWNER, HOME);
        clock.advance(Duration.ofDays(29));
        IntStream.range(0, 100).forEach(number -> process.fails(1, somebody(number), HOME));
        process.fails(1, OWNER, HOME);
        clock.advance(Duration.ofDays(1));
        IntStream.range(0, 100).forEach(number -> process.fails(1, somebody(number), HOME));
        process.isPaused(seconds(1), OWNER, HOME);
    }

    @Test
    void theMoreAnAccountIsAttackedTheFewerAreFreeToANewPairAndNeverLessThanOne() {
        int[][] freeByFailures = {{0, 10}, {90, 10}, {100, 10}, {120, 8}, {150, 5}, {190, 1}, {1_000, 1}};
        for (int[] each : freeByFailures) {
            var account = somebody(each[0]);
            IntStream.range(0, each[0]).forEach(number -> process.fails(1, account, somewhere(number)));
            process.tried.set(0);
            IntStream.range(0, 20).forEach(_ -> process.wrong(account, AWAY));
            assertThat(process.tried.get()).as("free after %s failures", each[0]).isEqualTo(each[1]);
        }
    }

    @Test
    void anAttackerFromOneAddressLocksNobodyOut() {
        process.signsIn(OWNER, HOME);
        for (int i = 0; i < 2_000; i++) {
            process.wrong(OWNER, AWAY);
            clock.advance(seconds(1));
        }
        process.fails(9, OWNER, HOME);
        process.signsIn(OWNER, HOME);
        process.signsIn(OWNER, "192.0.2.99");
    }

    @Test
    void anAttackerFromAThousandAddressesLocksNobodyOut() {
        process.signsIn(OWNER, HOME);
        for (int round = 0; round < 20; round++) {
            IntStream.range(0, 1_000).forEach(number -> process.wrong(OWNER, somewhere(number)));
            clock.advance(seconds(1));
        }
        process.fails(9, OWNER, HOME);
        process.signsIn(OWNER, HOME);
        process.signsIn(OWNER, "192.0.2.99");
    }

    /** One a minute from each address in the end. */
    @Test
    void anAttackerWithManyAddressesTriesFewPasswords() {
        for (int second = 0; second < 600; second++) {
            IntStream.range(0, 200).forEach(number -> process.wrong(OWNER, somewhere(number)));
            clock.advance(seconds(1));
        }
        assertThat(process.tried.get()).isLessThanOrEqualTo(200 * (6 + 10));
    }

    @Test
    void processesCountTogether() {
        var another = new ThrottledProcess(attempts, clock);
        process.fails(5, OWNER, HOME);
        another.fails(5, OWNER, HOME);
        process.isPaused(seconds(1), OWNER, HOME);
        another.isPaused(seconds(1), OWNER, HOME);
        clock.advance(seconds(1));
        another.signsIn(OWNER, HOME);
        process.fails(10, OWNER, HOME);
        another.isPaused(seconds(1), OWNER, HOME);
    }

    @Test
    void whoIsKnownToOneProcessIsKnownToAll() {
        var another = new ThrottledProcess(attempts, clock);
        another.signsIn(OWNER, HOME);
        IntStream.range(0, 100).forEach(number -> process.fails(1, somebody(number), HOME));
        process.signsIn(OWNER, HOME);
        process.isPaused(seconds(1), somebody(100), HOME);
    }

    @Test
    void aProcessThatIsAloneCountsByItself() {
        attempts.away(true);
        process.signsIn(OWNER, HOME);
        process.fails(10, OWNER, HOME);
        process.isPaused(seconds(1), OWNER, HOME);
        IntStream.range(0, 90).forEach(number -> process.fails(1, somebody(number), HOME));
        process.isPaused(seconds(1), somebody(90), HOME);
        clock.advance(seconds(1));
        process.signsIn(OWNER, HOME);
        process.fails(10, OWNER, HOME);
    }

    @Test
    void whatAProcessCountedAloneGoesOnCountingWithWhatOthersCount() {
        var another = new ThrottledProcess(attempts, clock);
        process.fails(2, OWNER, HOME);
        attempts.away(true);
        process.fails(3, OWNER, HOME);
        attempts.away(false);
        another.fails(5, OWNER, HOME);
        process.isPaused(seconds(1), OWNER, HOME);
        clock.advance(HOUR);
        process.fails(10, OWNER, HOME);
    }

    @Test
    void whatOthersHaveForgottenIsForgotten() {
        process.fails(10, OWNER, HOME);
        attempts.loseEverything();
        process.fails(10, OWNER, HOME);
        process.isPaused(seconds(1), OWNER, HOME);
    }

    @Test
    void aFailureOfTheHasherIsNoAttempt() {
        var throttle = new LoginThrottle(new QuickPasswordHasher(), attempts, ThrottledProcess.SECRET, clock);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> throttle.attempt(new Email(OWNER), HOME, () -> {
                throw new IllegalStateException("full");
            })).hasMessage("full");
        }
        assertThat(attempts.names()).isEmpty();
        process.signsIn(OWNER, HOME);
    }

    @Test
    void whatIsStoredTellsNothingToWhoeverDoesNotKnowTheSecret() {
        process.fails(1, OWNER, HOME);
        process.signsIn(OWNER, HOME);
        process.fails(1, OWNER, HOME);
        var names = attempts.names();
        assertThat(names).hasSize(4).allSatisfy(name -> assertThat(name).matches("[0-9a-f]{32}"));
        var others = new InMemoryAttempts(clock);
        var throttle = new LoginThrottle(new QuickPasswordHasher(), others, "another secret".getBytes(UTF_8), clock);
        assertThat(throttle.attempt(new Email(OWNER), HOME, () -> false)).isInstanceOf(Outcome.Wrong.class);
        var common = new HashSet<>(names);
        common.retainAll(others.names());
        assertThat(common).isEmpty();
    }
}
