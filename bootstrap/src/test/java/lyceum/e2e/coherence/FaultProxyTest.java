package lyceum.e2e.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import lyceum.e2e.Until;
import lyceum.e2e.coherence.Disturbance.Direction;
import lyceum.e2e.coherence.Disturbance.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private static final long SEED = 7;
    /** A port at which nothing listens: its service was given up decades ago. */
    private static final int NOBODY = 1;
    private static final String XREAD = "*4\r\n$5\r\nxread\r\n$7\r\nSTREAMS\r\n$1\r\ns\r\n$1\r\n$\r\n";

    private final EchoServer server = new EchoServer();
    private final FaultProxy proxy = new FaultProxy(server.port(), SEED);

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    private Caller call() throws IOException {
        return new Caller(proxy.port());
    }

    private Caller callLog() throws IOException {
        var caller = call();
        assertThat(caller.hears(XREAD)).isTrue();
        return caller;
    }

    @Test
    void undisturbed_it_is_not_noticed() throws IOException {
        try (var one = call()) {
            assertThat(one.hears("one")).isTrue();
            assertThat(one.ends()).isTrue();
        }
    }

    @Test
    void a_cut_closes_what_is_open_and_what_is_opened_until_it_is_healed() throws IOException {
        try (var before = call(); var log = callLog()) {
            proxy.impose(Disturbance.cut(Target.ALL));
            assertThat(before.isCutOff()).isTrue();
            assertThat(log.isCutOff()).isTrue();
        }
        try (var meanwhile = call()) {
            assertThat(meanwhile.isCutOff()).isTrue();
        }
        proxy.heal();
        try (var after = call()) {
            assertThat(after.hears("again")).isTrue();
        }
    }

    @Test
    void a_cut_of_the_log_leaves_the_others_and_knows_a_new_log_connection_by_its_first_command() throws IOException {
        try (var log = callLog(); var other = call()) {
            Until.holds("the log is known", () -> proxy.logConnections() == 1);
            proxy.impose(Disturbance.cut(Target.LOG));
            assertThat(log.isCutOff()).isTrue();
            assertThat(other.hears("hello")).isTrue();
            assertThat(other.hears("*1\r\n$5\r\n")).isTrue();
            other.says("XREAD\r\n");
            assertThat(other.isCutOff()).isTrue();
        }
    }

    @Test
    void the_others_can_be_cut_and_the_log_left() throws IOException {
        try (var log = callLog(); var other = call()) {
            proxy.impose(Disturbance.cut(Target.OTHERS));
            assertThat(other.isCutOff()).isTrue();
            assertThat(log.hears("hello")).isTrue();
        }
    }

    @Test
    void a_black_hole_accepts_and_says_nothing_and_what_lost_something_in_it_is_closed_afterwards() throws IOException {
        try (var before = call(); var idle = call()) {
            assertThat(idle.hears("hello") && before.hears("hello")).isTrue();
            proxy.impose(Disturbance.swallow(Target.ALL, Direction.BOTH, 100));
            assertThat(before.hearsNothing()).isTrue();
            try (var meanwhile = call()) {
                assertThat(meanwhile.hearsNothing()).isTrue();
            }
            proxy.heal();
            assertThat(before.isCutOff()).isTrue();
            assertThat(idle.hears("hello")).isTrue();
        }
    }

    @Test
    void one_direction_can_be_silent() throws IOException {
        try (var log = callLog(); var other = call()) {
            proxy.impose(Disturbance.swallow(Target.LOG, Direction.TO_CLIENT, 100));
            assertThat(log.hearsNothing()).isTrue();
            assertThat(other.hears("hello")).isTrue();
            proxy.impose(Disturbance.swallow(Target.OTHERS, Direction.TO_SERVER, 100));
            assertThat(other.hearsNothing()).isTrue();
        }
    }

    @Test
    void a_share_is_lost_by_the_seed() throws IOException {
        try (var log = callLog()) {
            proxy.impose(Disturbance.swallow(Target.LOG, Direction.TO_CLIENT, 20));
            var lost = 0;
            for (var i = 0; i < 50; i++) {
                lost += log.hearsSoon("x") ? 0 : 1;
            }
            var drawn = new Random(SEED).ints(50, 0, 100).filter(it -> it < 20);
            assertThat(lost).isPositive().isEqualTo((int) drawn.count());
        }
    }

    @Test
    void a_delay_holds_what_is_on_its_way() throws IOException {
        try (var caller = call()) {
            proxy.impose(Disturbance.delay(Target.ALL, Direction.TO_SERVER, Caller.SILENCE));
            var start = System.nanoTime();
            assertThat(caller.hears("slow")).isTrue();
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(Caller.SILENCE.toNanos());
        }
    }

    @Test
    void what_is_delayed_is_lost_if_it_turns_into_a_black_hole() throws IOException {
        try (var caller = call()) {
            proxy.impose(Disturbance.delay(Target.ALL, Direction.TO_SERVER, Caller.SILENCE.multipliedBy(4)));
            caller.says("too late");
            proxy.impose(Disturbance.swallow(Target.ALL, Direction.TO_SERVER, 100));
            assertThat(caller.hearsNothing(Caller.SILENCE.multipliedBy(6))).isTrue();
        }
    }

    @Test
    void a_server_that_is_away_is_a_closed_connection() throws IOException {
        try (var toNowhere = new FaultProxy(NOBODY, SEED); var caller = new Caller(toNowhere.port())) {
            assertThat(caller.isCutOff()).isTrue();
        }
    }
}
