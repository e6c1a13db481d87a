package lyceum.application.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import lyceum.application.Digests;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.SessionId;

/**
 * Which refresh token comes after which, and which ones were a session's at all.
 *
 * <p>The secret of a session's first token is random; that of each other one is the HMAC, under a key of the server's, of the
 * token before. So whoever shows a token and has the key can make its successor, and nobody else can: the same answer can be given
 * twice although only hashes are kept. With several keys the first one makes new tokens, and all are tried where the successor of
 * an old one is to be known again: for the time while not every process has the same first key.
 *
 * <p>The tag of a token is the HMAC of its secret under the session's seal, which is kept with its grant and has nothing to do
 * with those keys. So a token that was the session's is known for what it is however long ago that was and whatever became of the
 * keys, and one that never was is refused after a single HMAC. Whoever reads the seal can make tags, and thereby end the session;
 * a token that counts must also have the hash that is kept.
 */
public final class RefreshChain {

    private static final String PURPOSE = "lyceum refresh chain";

    private final List<byte[]> keys;
    private final Secrets secrets;
    private final BiFunction<byte[], String, byte[]> hmac;

    /** @param serverSecrets at least one; from each a key of its own is derived, for this purpose alone */
    public RefreshChain(List<byte[]> serverSecrets, Secrets secrets) {
        this(serverSecrets, secrets, Digests::hmac);
    }

    /** Tests count how often the HMAC is made. */
    RefreshChain(List<byte[]> serverSecrets, Secrets secrets, BiFunction<byte[], String, byte[]> hmac) {
        this.keys = serverSecrets.stream().map(secret -> Digests.hmac(secret, PURPOSE)).toList();
        this.secrets = secrets;
        this.hmac = hmac;
    }

    RefreshToken first(SessionId session, String seal) {
        return sealed(session, Digests.sha256(secrets.next()), seal);
    }

    RefreshToken next(RefreshToken token, String seal) {
        return next(token, seal, keys.getFirst());
    }

    /** The successor, if it is the one that the grant is about. */
    Optional<RefreshToken> next(RefreshToken token, Grant current) {
        return keys.stream()
                .map(key -> next(token, current.seal(), key))
                .filter(successor -> successor.isOf(current))
                .findFirst();
    }

    /** Whether the token was issued for the session of the grant, now or ever. */
    boolean issued(RefreshToken token, Grant current) {
        return token.hasTag(tag(token.session(), token.secret(), current.seal()));
    }

    private RefreshToken next(RefreshToken token, String seal, byte[] key) {
        return sealed(token.session(), hmac.apply(key, token.text()), seal);
    }

    private RefreshToken sealed(SessionId session, byte[] secret, String seal) {
        return RefreshToken.of(session, secret, tag(session, secret, seal));
    }

    private byte[] tag(SessionId session, byte[] secret, String seal) {
        return hmac.apply(seal.getBytes(UTF_8), session + "." + HexFormat.of().formatHex(secret));
    }
}
