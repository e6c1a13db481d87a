package lyceum.e2e.coherence;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Looks for the command XREAD in what a client of Redis sends, however it is cut into chunks. */
final class LogSniffer {

    private static final byte[] COMMAND = "$5\r\nXREAD\r\n".getBytes(US_ASCII);

    private int matched;

    /** Whether the command ends in this chunk. */
    boolean finds(byte[] chunk, int length) {
        var found = false;
        for (var i = 0; i < length; i++) {
            var next = (byte) Character.toUpperCase(chunk[i]);
            // The first byte occurs only once in the command, so there is no other place to resume at than the start.
            matched = next == COMMAND[matched] ? matched + 1 : next == COMMAND[0] ? 1 : 0;
            if (matched == COMMAND.length) {
                found = true;
                matched = 0;
            }
        }
        return found;
    }
}
