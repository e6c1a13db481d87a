package lyceum.adapters.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Tag;

/**
 * The names of what is kept. A partition's number, in braces, is what a cluster hashes by, so all that one operation
 * touches lies in one slot. What begins with @ cannot be a cell: no kind begins so.
 *
 * <pre>
 * lyceum:{p0}:course:65f0...          a cell
 * lyceum:{p0}:@guard:course:65f0...   its guard
 * lyceum:{p0}:@confirmed              until when all that was committed has been applied to the partition
 * lyceum:{p0}:@log                    its change log
 * lyceum:{p0}:@epoch                  its epoch
 * lyceum:{p0}:@tag:courses            the generation of a tag in it
 * </pre>
 */
final class CellKeys {

    private static final String CONFIRMED = "@confirmed";
    private static final String LOG = "@log";
    private static final String EPOCH = "@epoch";

    private final String prefix;
    private final int partitions;

    CellKeys(RedisCacheOptions options) {
        this.prefix = options.prefix();
        this.partitions = options.partitions();
    }

    Addresses of(CacheKey key) {
        var text = key.text();
        var partition = partition(Math.floorMod(text.hashCode(), partitions));
        var all = new ArrayList<byte[]>(5 + key.tags().size());
        all.add(Bytes.of(partition + text));
        all.add(Bytes.of(partition + "@guard:" + text));
        all.add(Bytes.of(partition + CONFIRMED));
        all.add(Bytes.of(partition + LOG));
        all.add(Bytes.of(partition + EPOCH));
        // Every process must name them in the same order.
        key.tags().stream().map(Tag::name).sorted().forEach(tag -> all.add(tag(partition, tag)));
        return new Addresses(all.toArray(byte[][]::new));
    }

    /** Of every partition the log, and the tags' generations. */
    List<byte[][]> tags(Collection<Tag> tags) {
        return each(partition -> Stream.concat(
                Stream.of(Bytes.of(partition + LOG)),
                tags.stream().map(tag -> tag(partition, tag.name())))
                .toArray(byte[][]::new));
    }

    /** Of every partition the log and the epoch. */
    List<byte[][]> epochs() {
        return each(partition -> names(partition, LOG, EPOCH));
    }

    /** Of every partition the log, the confirmation and the epoch. */
    List<byte[][]> confirmations() {
        return each(partition -> names(partition, LOG, CONFIRMED, EPOCH));
    }

    /** Of every partition the log, and a key to try things on. */
    List<byte[][]> canaries() {
        return each(partition -> names(partition, LOG, "@canary"));
    }

    List<byte[]> logs() {
        return each(partition -> Bytes.of(partition + LOG));
    }

    private static byte[][] names(String partition, String... parts) {
        return Stream.of(parts).map(part -> Bytes.of(partition + part)).toArray(byte[][]::new);
    }

    /** What matches every cell whose text begins so. */
    byte[] cells(String start) {
        return Bytes.of(prefix + "{p*}:" + (start.isEmpty() ? "[a-z]" : literal(start)) + '*');
    }

    byte[] guards(String start) {
        return Bytes.of(prefix + "{p*}:@guard:" + literal(start) + '*');
    }

    private <T> List<T> each(Function<String, T> keys) {
        return IntStream.range(0, partitions)
                .mapToObj(this::partition)
                .map(keys)
                .toList();
    }

    private String partition(int number) {
        return prefix + "{p" + number + "}:";
    }

    private static byte[] tag(String partition, String name) {
        return Bytes.of(partition + "@tag:" + name);
    }

    private static String literal(String text) {
        return text.replaceAll("[\\\\*?\\[\\]]", "\\\\$0");
    }

    static boolean startsCell(String start) {
        return start.isEmpty() || (start.charAt(0) >= 'a' && start.charAt(0) <= 'z');
    }

    /** The keys of one cell as scripts take them: cell, guard, confirmation, log, epoch, tags. */
    static final class Addresses {

        private final byte[][] all;

        Addresses(byte[][] all) {
            this.all = all;
        }

        byte[][] all() {
            return all;
        }

        byte[] cell() {
            return all[0];
        }

        /** Cell, confirmation, epoch, tags. */
        byte[][] readable() {
            var some = new byte[all.length - 2][];
            some[0] = all[0];
            some[1] = all[2];
            System.arraycopy(all, 4, some, 2, all.length - 4);
            return some;
        }
    }
}
