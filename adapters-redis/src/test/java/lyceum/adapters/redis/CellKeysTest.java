package lyceum.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.cluster.SlotHash;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Tag;
import org.junit.jupiter.api.Test;

class CellKeysTest {

    private static final RedisCacheOptions OPTIONS = RedisCacheOptions.ofSchema(1).withPartitions(64);
    private final CellKeys keys = new CellKeys(OPTIONS);

    private static Set<Integer> slots(byte[]... names) {
        return new HashSet<>(Stream.of(names).map(SlotHash::getSlot).toList());
    }

    @Test
    void allKeysOfAnOperationLieInOneSlot() {
        var all = new HashSet<Integer>();
        for (var id : IntStream.range(0, 500).mapToObj(i -> "}{" + i + "}").toList()) {
            var tags = Set.of(new Tag("{x}"), new Tag("}"), new Tag("courses"));
            var slots = slots(keys.of(new CacheKey(Kind.COURSES_LIST, id, tags)).all());
            assertThat(slots).hasSize(1);
            all.addAll(slots);
        }
        assertThat(all).hasSizeGreaterThan(50);
    }

    @Test
    void everyPartitionsTagsAndEpochLieInItsSlot() {
        var tags = keys.tags(List.of(new Tag("a"), new Tag("b")));
        var epochs = keys.epochs();
        assertThat(tags).hasSize(64).hasSameSizeAs(epochs);
        for (int i = 0; i < tags.size(); i++) {
            assertThat(slots(tags.get(i))).hasSize(1).isEqualTo(slots(epochs.get(i)));
        }
    }

    /** Processes of every release and platform must agree. */
    @Test
    void namesAreSystematicAndStable() {
        var key = new CacheKey(Kind.COURSE, "65f0", Set.of(new Tag("z"), new Tag("a")));
        assertThat(Stream.of(keys.of(key).all()).map(Bytes::text))
                .containsExactly(
                        "lyceum:{p8}:course:65f0",
                        "lyceum:{p8}:@guard:course:65f0",
                        "lyceum:{p8}:@confirmed",
                        "lyceum:{p8}:@log",
                        "lyceum:{p8}:@epoch",
                        "lyceum:{p8}:@tag:a",
                        "lyceum:{p8}:@tag:z");
    }

    @Test
    void aPrefixThatWouldBreakTheNamesIsRefused() {
        for (var prefix : new String[] {"", "{a}:", "a*", "a b"}) {
            assertThatThrownBy(() -> OPTIONS.withPrefix(prefix)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> OPTIONS.withPartitions(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
