package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.OTHER;
import static lyceum.adapters.redis.OwnRedis.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is in the log after each change, and that it is there exactly if the change is. */
@Timeout(60)
class RedisLogTest extends OneLog {

    private Map<String, String> lastRecord() {
        return records().getLast().getBody();
    }

    private void appends(int count, Runnable change) {
        int before = records().size();
        change.run();
        assertThat(records()).hasSize(before + count);
    }

    @Test
    void aPublicationTellsThatWhatIsOlderIsObsolete() {
        appends(1, () -> assertThat(cache.publish(cache.fence(KEY), entry(7))).isTrue());
        assertThat(lastRecord()).containsEntry("op", "obsolete").containsEntry("kind", "course")
                .containsEntry("id", "c1").containsEntry("version", "6");
    }

    /** It cannot be compared with what a process holds. */
    @Test
    void aPublicationWithoutVersionTellsThatWhateverThereIsIsObsolete() {
        appends(1, () -> cache.publish(cache.fence(KEY), entry(0)));
        assertThat(lastRecord()).containsEntry("version", Long.toString(Long.MAX_VALUE));
    }

    @Test
    void anInvalidationIsToldOnce() {
        appends(1, () -> cache.invalidate(KEY, 5));
        appends(0, () -> cache.invalidate(KEY, 5));
        appends(0, () -> cache.invalidate(KEY, 4));
        appends(1, () -> cache.invalidate(KEY, 6));
        appends(2, () -> {
            cache.invalidate(KEY);
            cache.invalidate(KEY);
        });
    }

    @Test
    void afterAnotherEpochItIsNewsAgain() {
        cache.invalidate(KEY, 5);
        cache.clear();
        appends(1, () -> assertThat(cache.invalidate(KEY, 5)).isTrue());
    }

    @Test
    void tagsPrefixesAndClearingAreTold() {
        appends(1, () -> cache.invalidateTags(new Tag("a"), new Tag("b")));
        assertThat(lastRecord()).containsEntry("op", "tags").containsKeys("tag0", "tag1");
        appends(1, () -> cache.invalidatePrefix("course:nothing"));
        assertThat(lastRecord()).containsEntry("op", "prefix").containsEntry("prefix", "course:nothing");
        appends(1, cache::clear);
        assertThat(lastRecord()).containsEntry("op", "cleared");
    }

    @Test
    void manyTagsAreToldInSeveralRecords() {
        var tags = IntStream.range(0, 2_500).mapToObj(i -> new Tag("t" + i)).toArray(Tag[]::new);
        appends(3, () -> cache.invalidateTags(tags));
        assertThat(records().stream().flatMap(record -> tags(record.getBody()))).hasSize(2_500);
    }

    private static Stream<Tag> tags(Map<String, String> fields) {
        return LogRecord.read(fields).stream()
                .flatMap(it -> ((Announcement.TagsEnded) it).tags().stream());
    }

    @Test
    void loadsLeasesAndFencesAreNotTold() {
        appends(0, () -> {
            cache.put(KEY, entry(1));
            cache.lookup(KEY);
            cache.release(cache.lease(OTHER));
            cache.lift(cache.fence(KEY));
        });
    }
}
