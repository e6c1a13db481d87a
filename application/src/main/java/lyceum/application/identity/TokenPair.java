package lyceum.application.identity;

import lyceum.domain.identity.AccessToken;

/** What a login gives. Its text form hides both. */
public record TokenPair(AccessToken access, String refreshToken) {

    @Override
    public String toString() {
        return "TokenPair[hidden]";
    }
}
