package lyceum.bootstrap.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import lyceum.bootstrap.settings.Secret;

/** The secret that signs tokens where none is set: made once and kept, so that a restart logs nobody out. */
final class KeptSecret {

    private static final String FILE = "jwt-secret";
    private static final int BYTES = 48;

    private KeptSecret() {}

    static Secret in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                make(file);
            }
            return new Secret(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The secret in " + file + " cannot be kept; set JWT_SECRET", e);
        }
    }

    /** A temporary file is its owner's alone from its first moment; moved whole, a crash leaves no half a secret. */
    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = Files.createTempFile(file.getParent(), FILE, ".draft");
        Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Files.move(draft, file, ATOMIC_MOVE);
    }
}
