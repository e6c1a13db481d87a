package lyceum.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32C;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.Content;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final int MUTANTS = 100_000;
    private static final Content PRESENT =
            new Content.Present(7, "\"7-é\"", Body.of("{\"title\":\"Fugues\"}"));
    private static final Content ABSENT = new Content.Absent(Long.MIN_VALUE);

    private final Envelope envelope = new Envelope(0x0123456789ABCDEFL, 1_000);

    private static byte[] golden(String name) throws IOException {
        try (var in = Objects.requireNonNull(EnvelopeTest.class.getResourceAsStream(name), name)) {
            return HexFormat.of().parseHex(new String(in.readAllBytes(), UTF_8).replaceAll("\\s", ""));
        }
    }

    /** Redis holds what earlier releases wrote: these bytes stay as they are, and a new format has files of its own. */
    @Test
    void theWireFormatIsThatOfTheGoldenBytes() throws IOException {
        assertThat(encode(PRESENT)).isEqualTo(golden("envelope-1-present.hex"));
        assertThat(encode(ABSENT)).isEqualTo(golden("envelope-1-absent.hex"));
        assertThat(envelope.decode(golden("envelope-1-present.hex"), 0)).contains(PRESENT);
        assertThat(envelope.decode(golden("envelope-1-absent.hex"), 0)).contains(ABSENT);
    }

    @Test
    void whatComesBeforeIsNotLookedAt() {
        var bytes = encode(PRESENT);
        var shifted = new byte[bytes.length + 5];
        System.arraycopy(bytes, 0, shifted, 5, bytes.length);
        assertThat(envelope.decode(shifted, 5)).contains(PRESENT);
        assertThat(envelope.decode(shifted, 4)).isEmpty();
        assertThat(envelope.decode(shifted, shifted.length)).isEmpty();
    }

    @Test
    void everyTruncationAndEveryChangedBitIsNothing() {
        var bytes = encode(PRESENT);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(envelope.decode(Arrays.copyOf(bytes, length), 0)).isEmpty();
        }
        assertThat(envelope.decode(Arrays.copyOf(bytes, bytes.length + 1), 0)).isEmpty();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(envelope.decode(changed, 0)).isEmpty();
        }
    }

    @Test
    void anotherSchemaIsNothing() {
        assertThat(new Envelope(1, 1_000).decode(encode(PRESENT), 0)).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNeitherEncodedNorDecoded() {
        var size = encode(PRESENT).length;
        assertThat(new Envelope(0x0123456789ABCDEFL, size).encode(PRESENT)).isPresent();
        var tight = new Envelope(0x0123456789ABCDEFL, size - 1);
        assertThat(tight.encode(PRESENT)).isEmpty();
        assertThat(tight.decode(encode(PRESENT), 0)).isEmpty();
    }

    /** {@code -Dlyceum.seed} repeats a run. */
    @Test
    void noBytesWhateverDecodeToSomethingElseOrThrow() {
        var seed = (long) Long.getLong("lyceum.seed", ThreadLocalRandom.current().nextLong());
        var random = new SplittableRandom(seed);
        var bytes = encode(PRESENT);
        for (int i = 0; i < MUTANTS; i++) {
            var mutant = random.nextBoolean() ? mutant(bytes, random) : noise(random);
            var decoded = envelope.decode(mutant, random.nextInt(3));
            assertThat(decoded.filter(content -> !content.equals(PRESENT))).as("seed %d", seed).isEmpty();
            assertThat(Cell.read(mutant)).as("seed %d", seed).isNull();
        }
    }

    /** The sum is right, as if another program had made them: nothing but the form tells. */
    @Test
    void noBytesWithARightSumThrow() {
        var seed = (long) Long.getLong("lyceum.seed", ThreadLocalRandom.current().nextLong());
        var random = new SplittableRandom(seed);
        var bytes = encode(PRESENT);
        for (int i = 0; i < MUTANTS; i++) {
            var mutant = random.nextInt(4) > 0 ? mutant(bytes, random) : noise(random);
            if (mutant.length > 4) {
                var sum = new CRC32C();
                sum.update(mutant, 0, mutant.length - 4);
                ByteBuffer.wrap(mutant).putInt(mutant.length - 4, (int) sum.getValue());
            }
            assertThatCode(() -> envelope.decode(mutant, 0)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    private static byte[] mutant(byte[] bytes, SplittableRandom random) {
        var mutant = Arrays.copyOf(bytes, Math.max(0, bytes.length + random.nextInt(-3, 3)));
        for (int i = random.nextInt(6); i >= 0; i--) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
        }
        return mutant;
    }

    private static byte[] noise(SplittableRandom random) {
        var noise = new byte[random.nextInt(120)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] encode(Content content) {
        return envelope.encode(content).orElseThrow();
    }
}
