package lyceum.adapters.web.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Hands bytes from one thread that writes to others that read, a few chunks ahead at most. The JDK's pipe wants one reading
 * thread that lives on; the server reads each piece on another.
 *
 * <p>A reader that closes makes the next write fail, so that the writer stops. A writer that fails makes the read after its
 * last byte fail, so that half a catalogue does not look like a whole one.
 */
final class ChunkPipe {

    private static final int CHUNKS = 4;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private volatile boolean abandoned;

    /** Written before the end is put into the queue, read after it is taken out. */
    private @Nullable Exception failure;

    final OutputStream output = new Output();
    final InputStream input = new Input();

    /** Ends the input with this failure instead of silently. */
    void fail(Exception why) {
        failure = why;
    }

    private final class Output extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (abandoned) {
                throw new IOException("nobody reads any more");
            }
            if (length > 0) {
                put(Arrays.copyOfRange(bytes, from, from + length));
            }
        }

        @Override
        public void close() throws IOException {
            put(END);
        }

        private void put(byte[] chunk) throws IOException {
            try {
                chunks.put(chunk);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }

    private final class Input extends InputStream {

        private byte[] current = {};
        private int position;
        private boolean ended;

        @Override
        public int read() throws IOException {
            return advance() ? current[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!advance()) {
                return -1;
            }
            var count = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, from, count);
            position += count;
            return count;
        }

        /** A writer that waits for room gets it, and finds out with its next write. */
        @Override
        public void close() {
            abandoned = true;
            chunks.clear();
        }

        private boolean advance() throws IOException {
            if (position == current.length && !ended) {
                current = take();
                position = 0;
                ended = current.length == 0;
            }
            if (ended && failure != null) {
                throw new IOException("the rest cannot be had", failure);
            }
            return !ended;
        }

        private byte[] take() throws IOException {
            try {
                return chunks.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }
}
