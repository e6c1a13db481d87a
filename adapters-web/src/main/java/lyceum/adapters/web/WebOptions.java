package lyceum.adapters.web;

import java.time.Duration;

/**
 * What can be set about the web server's own part. Its text form hides the secret.
 *
 * @param jwtSecret what access tokens are signed with (HS256), at least 32 bytes
 * @param maxBodyBytes the largest body of a request; an import streams and has no limit
 * @param hashingAtOnce how many passwords are hashed at the same time: each takes a core and 19 MiB
 * @param hashingQueue how many more may wait; what comes above is told to come again
 */
public record WebOptions(
        String jwtSecret,
        String issuer,
        String audience,
        Duration accessTokenLifetime,
        int maxBodyBytes,
        int hashingAtOnce,
        int hashingQueue) {

    public WebOptions {
        if (jwtSecret.length() < 32 || maxBodyBytes < 1 || hashingAtOnce < 1 || hashingQueue < 1) {
            throw new IllegalArgumentException("a short secret, or a limit below 1");
        }
    }

    /** Half the cores may hash, so that logins never starve reads. */
    public static WebOptions of(String jwtSecret, Duration accessTokenLifetime, int maxBodyBytes, int cores) {
        return new WebOptions(
                jwtSecret, "lyceum", "lyceum-api", accessTokenLifetime, maxBodyBytes, Math.clamp(cores / 2, 1, 2), 64);
    }

    @Override
    public String toString() {
        return "WebOptions[hidden]";
    }
}
