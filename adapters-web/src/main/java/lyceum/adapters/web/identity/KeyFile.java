package lyceum.adapters.web.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file with the keys of access tokens, which whoever operates the server may change while it runs. */
public final class KeyFile {

    static final int MAX_BYTES = 64 << 10;

    private KeyFile() {}

    /** Why the file cannot be used, in words that show nothing of it; empty if it can. */
    public static Optional<String> fault(Path file) {
        try {
            keys(content(file));
            return Optional.empty();
        } catch (UnusableKeys unusable) {
            return Optional.of(unusable.fault());
        }
    }

    static byte[] content(Path file) throws UnusableKeys {
        try (var stream = Files.newInputStream(file)) {
            var content = stream.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new UnusableKeys("is larger than " + MAX_BYTES + " bytes");
            }
            return content;
        } catch (NoSuchFileException missing) {
            throw new UnusableKeys("does not exist");
        } catch (IOException unreadable) {
            throw new UnusableKeys("cannot be read");
        }
    }

    static List<TokenKey> keys(byte[] content) throws UnusableKeys {
        return JwkKeys.read(content);
    }
}
