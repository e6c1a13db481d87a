package lyceum.adapters.redis;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/** Texts of 16 characters that no process uses twice: 48 random bits of this process, then 48 of a counter. */
final class Nonces {

    private final String process;
    private final AtomicLong counter = new AtomicLong();

    Nonces() {
        this.process = text(new SecureRandom().nextLong());
    }

    String next() {
        return process + text(counter.incrementAndGet());
    }

    private static String text(long bits) {
        var bytes = new byte[6];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (bits >>> (8 * i));
        }
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
