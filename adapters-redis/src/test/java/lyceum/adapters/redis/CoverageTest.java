package lyceum.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Redis' clock is 1,000 ahead here; what is converted late is 7 too late. */
class CoverageTest {

    private static final byte[] SERVER = Bytes.of("one");
    private static final byte[] ANOTHER = Bytes.of("another");

    private final Coverage coverage = new Coverage();

    private long claim(byte[] server, long from, long until) {
        return reach(server, from, until).from();
    }

    private Coverage.Claim reach(byte[] server, long from, long until) {
        return coverage.claim(server, 1_500, from, from + 1_007, until);
    }

    @Test
    void claimsThatOverlapAreOne() {
        assertThat(claim(SERVER, 10, 20)).isEqualTo(1_017);
        assertThat(claim(SERVER, 20, 30)).isEqualTo(1_017);
        assertThat(claim(SERVER, 25, 26)).isEqualTo(1_017);
        assertThat(claim(SERVER, 30, 40)).isEqualTo(1_017);
        assertThat(claim(SERVER, 5, 50)).isEqualTo(1_012);
    }

    @Test
    void aClaimThatLeavesAHoleBeginsAnew() {
        claim(SERVER, 10, 20);
        assertThat(claim(SERVER, 21, 30)).isEqualTo(1_028);
        assertThat(claim(SERVER, 30, 40)).isEqualTo(1_028);
    }

    @Test
    void whatRedisSaidWasConfirmedIsJoinedToTheMillisecond() {
        coverage.learn(SERVER, 0, 1_020, 18);
        assertThat(claim(SERVER, 18, 30)).isEqualTo(1_020);
        assertThat(claim(SERVER, 30, 40)).isEqualTo(1_020);
    }

    @Test
    void whatRedisSaidIsNotJoinedByWhatBeginsLater() {
        coverage.learn(SERVER, 0, 1_020, 18);
        assertThat(claim(SERVER, 19, 30)).isEqualTo(1_026);
    }

    @Test
    void whatIsClaimedFurtherThanRedisSaysStays() {
        claim(SERVER, 10, 30);
        coverage.learn(SERVER, 0, 1_020, 18);
        assertThat(claim(SERVER, 30, 40)).isEqualTo(1_017);
    }

    /** What was applied to the one before may be missing there, whatever is said to be confirmed. */
    @Test
    void onAnotherServerNothingIsClaimedFromBeforeItsSession() {
        claim(SERVER, 10, 20);
        assertThat(claim(ANOTHER, 20, 30)).isEqualTo(1_500);
        coverage.learn(ANOTHER, 1_500, 1_600, 598);
        assertThat(claim(ANOTHER, Long.MIN_VALUE / 2, 700)).isEqualTo(1_500);
        assertThat(claim(ANOTHER, 800, 900)).isEqualTo(1_807);
    }

    /** It is confirmed until 1,003, which is earlier than 10 was here. */
    @Test
    void anEpochThatBeginsWithAClaimIsJoinedByTheNext() {
        coverage.began(reach(SERVER, 10, 10), 1_003);
        assertThat(claim(SERVER, 10, 20)).isEqualTo(1_003);
        coverage.began(reach(ANOTHER, 20, 20), 1_013);
        assertThat(claim(ANOTHER, 20, 30)).isEqualTo(1_013);
    }

    @Test
    void whatComesLateIsNotSaidOfAClaimThatBeganAnew() {
        var left = reach(SERVER, 10, 20);
        claim(SERVER, 21, 30);
        coverage.began(left, 1_003);
        assertThat(claim(SERVER, 30, 40)).isEqualTo(1_028);
        var elsewhere = reach(SERVER, 40, 50);
        claim(ANOTHER, 40, 50);
        coverage.began(elsewhere, 1_003);
        assertThat(claim(ANOTHER, 50, 60)).isEqualTo(1_500);
        var known = reach(ANOTHER, 60, 70);
        coverage.learn(ANOTHER, 1_500, 1_600, 598);
        coverage.began(known, 1_003);
        assertThat(claim(ANOTHER, 598, 700)).isEqualTo(1_600);
    }

    @Test
    void theFirstServerIsTakenAsItIs() {
        assertThat(claim(SERVER, -5_000, 20)).isEqualTo(-3_993);
    }
}
