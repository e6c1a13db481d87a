package lyceum.adapters.web.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A stretch of an input that can be looked at again until it is dropped; it's as large as what was looked at. */
final class ByteWindow {

    private static final int FIRST_SIZE = 1 << 16;

    private final InputStream input;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int start;
    private int end;

    ByteWindow(InputStream input) {
        this.input = input;
    }

    /** The byte at an offset from the window's beginning; -1 if the input ends before it. */
    int at(int offset) {
        return start + offset < end || fill(offset) ? buffer[start + offset] & 0xFF : -1;
    }

    byte[] copy(int length) {
        return Arrays.copyOfRange(buffer, start, start + length);
    }

    /** Moves the beginning on, over bytes that were looked at. */
    void drop(int count) {
        start += count;
    }

    private boolean fill(int offset) {
        while (start + offset >= end) {
            if (end == buffer.length) {
                makeRoom();
            }
            var count = read();
            if (count < 0) {
                return false;
            }
            end += count;
        }
        return true;
    }

    private void makeRoom() {
        var kept = end - start;
        var target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, start, target, 0, kept);
        buffer = target;
        start = 0;
        end = kept;
    }

    private int read() {
        try {
            return input.read(buffer, end, buffer.length - end);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
