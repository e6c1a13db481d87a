package lyceum.e2e.coherence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A client of an {@link EchoServer}. */
final class Caller implements AutoCloseable {

    static final Duration SILENCE = Duration.ofMillis(150);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;

    Caller(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
    }

    void says(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** Says it and gets it back. */
    boolean hears(String text) throws IOException {
        return hears(text, PATIENCE);
    }

    boolean hearsSoon(String text) throws IOException {
        try {
            return hears(text, SILENCE);
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    private boolean hears(String text, Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        says(text);
        return text.equals(new String(socket.getInputStream().readNBytes(text.length()), US_ASCII));
    }

    /** The connection is there, and nothing comes. */
    boolean hearsNothing(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }

    boolean hearsNothing() throws IOException {
        says("anyone?");
        return hearsNothing(SILENCE);
    }

    boolean isCutOff() throws IOException {
        try {
            return !hears("still there?");
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Says no more; whether the other side then ends too. */
    boolean ends() throws IOException {
        socket.shutdownOutput();
        return socket.getInputStream().read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
