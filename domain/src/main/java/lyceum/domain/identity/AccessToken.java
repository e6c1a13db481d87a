package lyceum.domain.identity;

import java.time.Duration;

/** A signed token that a client shows with every request. Its text form hides it. */
public record AccessToken(String value, Duration lifetime) {

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
