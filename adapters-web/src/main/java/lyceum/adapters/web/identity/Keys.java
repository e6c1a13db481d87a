package lyceum.adapters.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lyceum.adapters.web.WebOptions.TokenKeys;
import org.jspecify.annotations.Nullable;

/** The keys of one moment: the one that signs, and all by which tokens are known. */
final class Keys {

    private final long generation;
    private final TokenKey signing;

    /** By the first part of the tokens that they sign. */
    private final Map<String, TokenKey> known;

    private final byte[] published;

    private Keys(long generation, TokenKey signing, Map<String, TokenKey> known, byte[] published) {
        this.generation = generation;
        this.signing = signing;
        this.known = known;
        this.published = published;
    }

    /**
     * The first private key of the file signs. Without one the secret does, and is known by that: beside a private key
     * it counts only if it is listed among the others.
     */
    static Keys of(long generation, TokenKeys options, List<TokenKey> ofFile) {
        var signing = ofFile.stream()
                .filter(key -> key.signer() != null)
                .findFirst()
                .orElseGet(() -> TokenKey.ofSecret(options.secret()));
        var known = new HashMap<String, TokenKey>();
        options.otherSecrets().stream().map(TokenKey::ofSecret).forEach(key -> known.put(key.headerText(), key));
        ofFile.forEach(key -> known.put(key.headerText(), key));
        known.put(signing.headerText(), signing);
        return new Keys(generation, signing, Map.copyOf(known), published(ofFile));
    }

    private static byte[] published(List<TokenKey> keys) {
        List<JWK> jwks = keys.stream().map(TokenKey::published).filter(Objects::nonNull).toList();
        return new JWKSet(jwks).toString(true).getBytes(UTF_8);
    }

    /** Different from that of any keys before. */
    long generation() {
        return generation;
    }

    TokenKey signing() {
        return signing;
    }

    /** @param header the first part of a token */
    @Nullable
    TokenKey find(String header) {
        return known.get(header);
    }

    boolean has(JWSAlgorithm algorithm) {
        return known.values().stream().anyMatch(key -> key.algorithm().equals(algorithm));
    }

    /** A JWK Set of what everybody may know. */
    byte[] published() {
        return published.clone();
    }

    @Override
    public String toString() {
        return "signed with " + signing + ", keys known: " + known.size();
    }
}
