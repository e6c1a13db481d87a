package lyceum.adapters.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be set about the web server's own part. Its text form hides the secrets.
 *
 * @param maxBodyBytes the largest body of a request; an import streams and has no limit
 * @param hashingAtOnce how many passwords are hashed at the same time: each takes a core and 19 MiB
 * @param hashingQueue how many more may wait to sign in, and as many for an account; what comes above is told to come again
 * @param proxies whose word counts about where a request comes from
 */
public record WebOptions(
        TokenKeys tokenKeys,
        String issuer,
        String audience,
        int maxBodyBytes,
        int hashingAtOnce,
        int hashingQueue,
        TrustedProxies proxies) {

    /**
     * What access tokens are signed with and known by.
     *
     * @param secret signs with HS256, unless the file has a private key; at least 32 bytes
     * @param otherSecrets known, though nothing is signed with them
     * @param file a JWK Set; its first private key signs, and all its keys are known
     */
    public record TokenKeys(String secret, List<String> otherSecrets, Optional<Path> file) {

        private static final int LEAST = 32;

        public TokenKeys {
            otherSecrets = List.copyOf(otherSecrets);
            if (secret.length() < LEAST || otherSecrets.stream().anyMatch(other -> other.length() < LEAST)) {
                throw new IllegalArgumentException("a short secret");
            }
        }

        public static TokenKeys of(String secret, String... others) {
            return new TokenKeys(secret, List.of(others), Optional.empty());
        }

        @Override
        public String toString() {
            return "TokenKeys[hidden]";
        }
    }

    public WebOptions {
        if (maxBodyBytes < 1 || hashingAtOnce < 1 || hashingQueue < 1) {
            throw new IllegalArgumentException("a limit below 1");
        }
    }

    /** Half the cores may hash, so that logins never starve reads. */
    public static WebOptions of(TokenKeys tokenKeys, int maxBodyBytes, int cores, TrustedProxies proxies) {
        return new WebOptions(tokenKeys, "lyceum", "lyceum-api", maxBodyBytes, Math.clamp(cores / 2, 1, 2), 256,
                proxies);
    }

    /** What keys for other purposes can be derived from: first the one to make new things by, then those to know old ones by. */
    public List<byte[]> serverSecrets() {
        return Stream.concat(Stream.of(tokenKeys.secret()), tokenKeys.otherSecrets().stream())
                .map(secret -> secret.getBytes(UTF_8))
                .toList();
    }

    @Override
    public String toString() {
        return "WebOptions[hidden]";
    }
}
