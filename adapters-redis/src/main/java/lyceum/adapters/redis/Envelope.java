package lyceum.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.Content;

/**
 * The wire format of a content, big-endian:
 *
 * <pre>
 * magic 4 | wire version 1 | present 1 | fingerprint 8 | version 8 | length of etag 4 | of body 4 | etag | body | CRC-32C 4
 * </pre>
 *
 * What is truncated, corrupt, foreign, of another wire version or of another schema decodes to nothing. A change of the
 * format takes a new wire version, and golden bytes of its own in the tests.
 */
final class Envelope {

    private static final int MAGIC = 0x4C594345;
    private static final byte WIRE = 1;
    private static final int HEAD_BYTES = 30;
    private static final int SUM_BYTES = 4;

    private final long fingerprint;
    private final int maxBytes;

    Envelope(long fingerprint, int maxBytes) {
        this.fingerprint = fingerprint;
        this.maxBytes = maxBytes;
    }

    /** Empty if it is larger than the limit. */
    Optional<byte[]> encode(Content content) {
        return switch (content) {
            case Content.Present it -> encode(1, it.version(), it.etag().getBytes(UTF_8), it.body().shared());
            case Content.Absent it -> encode(0, it.version(), new byte[0], new byte[0]);
        };
    }

    private Optional<byte[]> encode(int present, long version, byte[] etag, byte[] body) {
        long size = (long) HEAD_BYTES + etag.length + body.length + SUM_BYTES;
        if (size > maxBytes) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.allocate((int) size);
        buffer.putInt(MAGIC).put(WIRE).put((byte) present).putLong(fingerprint).putLong(version);
        buffer.putInt(etag.length).putInt(body.length).put(etag).put(body);
        buffer.putInt(sum(buffer.array(), 0, buffer.position()));
        return Optional.of(buffer.array());
    }

    /** Decodes what begins at {@code from} and ends with the array. */
    Optional<Content> decode(byte[] bytes, int from) {
        int end = bytes.length - SUM_BYTES;
        if (end - from < HEAD_BYTES || bytes.length - from > maxBytes) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes);
        if (in.getInt(end) != sum(bytes, from, end - from)) {
            return Optional.empty();
        }
        in.position(from).limit(end);
        boolean ours = in.getInt() == MAGIC && in.get() == WIRE;
        byte present = in.get();
        return ours && in.getLong() == fingerprint ? content(in, present) : Optional.empty();
    }

    private static Optional<Content> content(ByteBuffer in, byte present) {
        long version = in.getLong();
        int etagSize = in.getInt();
        int bodySize = in.getInt();
        if (etagSize < 0 || bodySize < 0 || (long) etagSize + bodySize != in.remaining()) {
            return Optional.empty();
        }
        return switch (present) {
            case 0 -> Optional.of(new Content.Absent(version));
            case 1 -> Optional.of(new Content.Present(
                    version, new String(take(in, etagSize), UTF_8), Body.of(take(in, bodySize))));
            default -> Optional.empty();
        };
    }

    private static byte[] take(ByteBuffer in, int size) {
        var bytes = new byte[size];
        in.get(bytes);
        return bytes;
    }

    private static int sum(byte[] bytes, int from, int length) {
        var sum = new CRC32C();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }
}
