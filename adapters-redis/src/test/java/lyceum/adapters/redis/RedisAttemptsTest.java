package lyceum.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.SetArgs;
import java.time.Duration;
import lyceum.contract.AttemptsContract;
import lyceum.domain.identity.Attempts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time passes in Redis in that its keys expire earlier, and that what they hold gets older. */
@Timeout(60)
class RedisAttemptsTest implements AttemptsContract {

    private final String prefix = SharedRedis.newPrefix();
    private final Attempts attempts = SharedRedis.ADAPTER.attempts(prefix);

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    @Override
    public Attempts attempts() {
        return attempts;
    }

    @Override
    public void passTime(Duration time) {
        SharedRedis.age(prefix, time);
        for (var key : SharedRedis.keys(prefix)) {
            var parts = SharedRedis.RAW.get(key).split(" ", 2);
            var earlier = Long.parseLong(parts[1]) - time.toMillis();
            SharedRedis.RAW.set(key, parts[0] + ' ' + earlier, SetArgs.Builder.keepttl());
        }
    }

    private String key() {
        return prefix + "attempts:" + NAME;
    }

    @Test
    void aNameIsOneKeyWithACountAndAMoment() {
        attempts.add(NAME, HOUR);
        attempts.add(NAME, HOUR);
        assertThat(SharedRedis.keys(prefix)).containsExactly(key());
        assertThat(SharedRedis.RAW.get(key())).matches("2 [0-9]{13}");
        assertThat(SharedRedis.RAW.pttl(key())).isBetween(1L, HOUR.toMillis());
    }

    @Test
    void timeIsThatOfRedis() {
        attempts.add(NAME, HOUR);
        SharedRedis.passTime(Duration.ofMillis(20));
        assertThat(attempts.of(NAME).sinceLast()).isBetween(Duration.ofMillis(20), Duration.ofSeconds(50));
    }

    @Test
    void aClockThatWasSetBackMakesNothingOlderThanItIs() {
        attempts.add(NAME, HOUR);
        passTime(HOUR.negated());
        assertThat(attempts.of(NAME)).isEqualTo(new Attempts.Tally(1, Duration.ZERO));
    }

    @Test
    void whatIsNoCountIsNone() {
        for (var text : new String[] {"", "x", "1", "1 x", "-1 5", "1 2 3"}) {
            SharedRedis.RAW.psetex(key(), 60_000, text);
            assertThat(attempts.of(NAME).count()).as(text).isZero();
            assertThat(attempts.add(NAME, HOUR).count()).as(text).isEqualTo(1);
        }
    }
}
