package lyceum.adapters.web.identity;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lyceum.adapters.web.WebOptions;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.application.Digests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign access tokens and by which they are known: of the secrets (HS256), and of a file, which may change while the
 * server runs.
 */
@Singleton
final class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    private final TokenKeys options;
    private volatile Keys current;
    private byte[] digest;
    private String complaint = "";

    /** @throws IllegalArgumentException if there is a file and it cannot be used */
    KeyRing(WebOptions options) {
        this.options = options.tokenKeys();
        var file = this.options.file().orElse(null);
        try {
            var content = file == null ? null : KeyFile.content(file);
            digest = content == null ? new byte[0] : Digests.sha256(content);
            current = Keys.of(1, this.options, content == null ? List.of() : KeyFile.keys(content));
        } catch (UnusableKeys unusable) {
            throw new IllegalArgumentException("the file " + file + ' ' + unusable.fault());
        }
    }

    Keys current() {
        return current;
    }

    /** Takes the file's keys anew if it has changed; if they cannot be used, those before go on counting. */
    synchronized void look() {
        options.file().ifPresent(this::look);
    }

    private void look(Path file) {
        try {
            var content = KeyFile.content(file);
            var seen = Digests.sha256(content);
            if (!Arrays.equals(digest, seen)) {
                current = Keys.of(current.generation() + 1, options, KeyFile.keys(content));
                digest = seen;
                LOG.info("{} has changed: access tokens are {}", file, current);
            }
            complaint = "";
        } catch (UnusableKeys unusable) {
            complain(file, unusable.fault());
        }
    }

    /** Once about each fault, though it is looked at every few seconds. */
    private void complain(Path file, String fault) {
        if (!fault.equals(complaint)) {
            complaint = fault;
            LOG.error("{} {}; the keys that it had before go on counting", file, fault);
        }
    }
}
