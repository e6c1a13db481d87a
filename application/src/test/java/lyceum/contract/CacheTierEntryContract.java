package lyceum.contract;

import static lyceum.contract.CacheTierFixture.present;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Kind;
import org.junit.jupiter.api.Test;

/** That what was stored comes back as it was, under its own key, one by one or many at a time. */
public interface CacheTierEntryContract extends CacheTierFixture {

    private void comesBack(CacheKey key, Content content) {
        var entry = fresh(content);
        cache().put(key, entry);
        cache().assertHits(key, entry);
    }

    @Test
    default void aBodyIsAnyBytes() {
        var bytes = new byte[512];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        comesBack(KEY, present(1, Body.of(bytes)));
    }

    @Test
    default void aBodyMayBeEmpty() {
        comesBack(KEY, present(1, Body.of("")));
    }

    @Test
    default void aBodyMayBeLarge() {
        var bytes = new byte[1 << 20];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        comesBack(KEY, present(1, Body.of(bytes)));
    }

    @Test
    default void anEntityTagAndAVersionComeBackAsTheyWere() {
        comesBack(KEY, new Content.Present(LARGE_VERSION, "\"W/,\\ ü 雪\"", Body.of("x")));
    }

    @Test
    default void anAbsenceIsAnEntry() {
        comesBack(KEY, new Content.Absent(0));
        comesBack(OTHER, new Content.Absent(7));
    }

    @Test
    default void anAbsenceIsReplacedByANewerPresenceAndTheOtherWayRound() {
        var cache = cache();
        cache.put(KEY, fresh(new Content.Absent(1)));
        var present = fresh(2);
        assertThat(cache.publish(cache.fence(KEY), present)).isTrue();
        cache.assertHits(KEY, present);
        var absent = fresh(new Content.Absent(3));
        assertThat(cache.publish(cache.fence(KEY), absent)).isTrue();
        cache.assertHits(KEY, absent);
    }

    @Test
    default void aStaleAnswerIsReplacedByItsOppositeWhenLoadedAgain() {
        replacedByALoad(KEY, fresh(1).content(), new Content.Absent(2));
        replacedByALoad(OTHER, new Content.Absent(1), fresh(2).content());
    }

    private void replacedByALoad(CacheKey key, Content old, Content reloaded) {
        var cache = cache();
        var stale = lasting(old, Duration.ofMillis(-1), Duration.ofMinutes(2));
        cache.put(key, stale);
        var entry = fresh(reloaded);
        assertThat(cache.fill(Objects.requireNonNull(cache.assertStale(key, stale)), entry)).isTrue();
        cache.assertHits(key, entry);
    }

    @Test
    default void everyKeyHasItsOwnEntry() {
        var cache = cache();
        var keys = strangeKeys();
        for (var i = 0; i < keys.size(); i++) {
            cache.put(keys.get(i), fresh(i));
        }
        for (var i = 0; i < keys.size(); i++) {
            cache.assertHits(keys.get(i), fresh(i));
        }
    }

    private static List<CacheKey> strangeKeys() {
        var ids = Stream.of(
                "a", "A", "a ", " a", "a*", "?", "[a]", "a\\", "{a}", "{", "}", "a:b", "a%3Ab", "a\nb", "a\u0000b",
                "ä", "a\u0308", "雪", "\uD83D\uDE00", "lease", "fence", "0", "x".repeat(200));
        return ids.flatMap(id -> Stream.of(Kind.COURSE, Kind.COURSES_LIST, Kind.COURSE_ANALYTICS)
                .map(kind -> new CacheKey(kind, id)))
                .toList();
    }
}
