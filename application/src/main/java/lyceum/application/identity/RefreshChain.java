package lyceum.application.identity;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import lyceum.application.Digests;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.SessionId;

/**
 * Which refresh token comes after which. The first of a session is random; each other one is the HMAC, under a key of the
 * server's, of the one before. So whoever shows a token and has the key can make its successor, and nobody else can: the same
 * answer can be given twice although only hashes are kept, and a token that was exchanged long ago is known for what it is by
 * going on from it until the current one is reached.
 *
 * <p>With several keys the first one makes new tokens, and all are tried where an old one is to be known again: for the time
 * while not every process has the same first key.
 */
public final class RefreshChain {

    private static final String PURPOSE = "lyceum refresh chain";

    private final List<byte[]> keys;
    private final Secrets secrets;

    /** @param serverSecrets at least one; from each a key of its own is derived, for this purpose alone */
    public RefreshChain(List<byte[]> serverSecrets, Secrets secrets) {
        this.keys = serverSecrets.stream().map(secret -> Digests.hmac(secret, PURPOSE)).toList();
        this.secrets = secrets;
    }

    RefreshToken first(SessionId session) {
        return new RefreshToken(session, secrets.next());
    }

    RefreshToken next(RefreshToken token) {
        return next(token, keys.getFirst());
    }

    /** The successor, if it is the one that the grant is about. */
    Optional<RefreshToken> next(RefreshToken token, Grant current) {
        return keys.stream()
                .map(key -> next(token, key))
                .filter(successor -> successor.hash().equals(current.refreshTokenHash()))
                .findFirst();
    }

    /** Whether the token was the session's once, and others came after. */
    boolean precedes(RefreshToken token, Grant current) {
        return keys.stream().anyMatch(key -> precedes(token, current, key));
    }

    private static boolean precedes(RefreshToken token, Grant current, byte[] key) {
        var successor = token;
        for (var steps = 0; steps < current.number(); steps++) {
            successor = next(successor, key);
            if (successor.hash().equals(current.refreshTokenHash())) {
                return true;
            }
        }
        return false;
    }

    private static RefreshToken next(RefreshToken token, byte[] key) {
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.hmac(key, token.text()));
        return new RefreshToken(token.session(), secret);
    }
}
