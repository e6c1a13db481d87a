package lyceum.e2e.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lyceum.application.identity.Presence;
import lyceum.e2e.Until;
import lyceum.e2e.coherence.Lag;
import org.assertj.core.api.SoftAssertions;
import org.bson.BsonDateTime;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is revoked is refused at once where it was revoked, and within the bound everywhere else, whatever becomes of the
 * messages that make it quick.
 *
 * <p>The bound is promised of requests: of one that begins later than that after the acknowledgement. So nothing is added to it
 * for the time that answers take.
 */
abstract class RevocationCases {

    private static final int LOGOUTS = 10;

    /** As long as all is well: less than asking the store again and again takes, on a machine that has other work. */
    private static final double HEALTHY_MEDIAN_MILLIS = 100;

    private static final double HEALTHY_MILLIS = 500;

    /** What is gathered for {@link Presence#INTERVAL} is then to be asked for. */
    private static final double NOTICED_MILLIS = Presence.INTERVAL.plusSeconds(1).toMillis();

    abstract Fleet fleet();

    /** Those of the first member are none, and are left out. */
    private Lag lag(Change change) {
        var lags = change.lags(fleet().members()).toArray();
        assertThat(lags[0]).as(change.name() + ", the very next request where it was made").isZero();
        return new Lag(LongStream.of(lags).skip(1));
    }

    @Test
    void a_logout_is_known_everywhere_in_milliseconds() {
        var visitor = fleet().visitor();
        var tokens = Stream.generate(() -> visitor.signIn(fleet().first().anonymous(), "one of many"))
                .limit(LOGOUTS)
                .toList();

        var lag = new Lag(tokens.stream()
                .map(each -> Changes.logout(fleet().first(), each.access()))
                .flatMapToLong(logout -> logout.lags(fleet().members()).skip(1)));

        System.out.println("identity: logout, all well: " + lag);
        assertThat(lag.millis(50)).isLessThan(HEALTHY_MEDIAN_MILLIS);
        assertThat(lag.maxMillis()).isLessThan(HEALTHY_MILLIS);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_revoked_is_known_within_the_bound_under(Trouble trouble) {
        var softly = new SoftAssertions();
        var changes = new Changes(fleet()).all();
        trouble.begin(fleet());
        try {
            for (var change : changes) {
                var lag = lag(change);
                System.out.println("identity: " + change.name() + ", " + trouble + ": " + lag);
                softly.assertThat(lag.maxMillis()).as(change.name()).isLessThan(Fleet.BOUND_MILLIS);
            }
        } finally {
            fleet().heal();
        }
        softly.assertAll();
    }

    /** Though the others do not know of the change that they follow. */
    @Test
    void the_tokens_that_a_new_password_brings_count_everywhere_at_once() {
        var visitor = fleet().visitor();
        Trouble.REDIS_CUT.begin(fleet());
        try {
            var tokens = Tokens.of(fleet().first().with(visitor.access()).json("PUT", "/auth/password",
                    Changes.newPassword()));
            fleet().members().forEach(member -> assertThat(member.me(tokens.access()).status()).isEqualTo(200));
            fleet().others().forEach(other -> Until.holds("it is known",
                    () -> other.me(visitor.access()).status() == 401));
            fleet().members().forEach(member -> assertThat(member.me(tokens.access()).status()).isEqualTo(200));
        } finally {
            fleet().heal();
        }
    }

    /** Neither a message nor the feed of revocations tells of it: not of who was changed so long ago, nor of who is missing. */
    @Test
    void what_another_program_does_to_an_account_in_use_is_noticed() {
        var users = fleet().store().collection("users");
        var demoted = fleet().visitor();
        new Changes(fleet()).promoted(demoted).act().run();
        var deleted = fleet().visitor();
        var changes = List.of(
                new Change("demoted by another program",
                        () -> users.updateOne(id(demoted),
                                Updates.combine(Updates.set("role", "student"),
                                        Updates.set("changed_at", new BsonDateTime(0)))),
                        demoted.access(), Changes::administer, 200, 403),
                Change.refusal("deleted by another program", deleted.access(), () -> users.deleteOne(id(deleted))));

        for (var change : changes) {
            var lag = new Lag(change.lags(fleet().members()));
            System.out.println("identity: " + change.name() + ": " + lag);
            assertThat(lag.maxMillis()).as(change.name()).isLessThan(NOTICED_MILLIS);
        }
    }

    private static Bson id(Visitor visitor) {
        return Filters.eq(new ObjectId(visitor.id()));
    }
}
