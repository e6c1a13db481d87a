package lyceum.adapters.web.identity;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import lyceum.application.Digests;
import lyceum.domain.identity.AccessClaims;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what tokens said that were found good, by their digests and not by their text: whoever reads this memory can use
 * nothing of it. Each digest has a few places, and where all are taken a later token displaces an earlier one: no locks, no
 * growth, and nobody without good tokens can displace anything.
 */
final class VerifiedTokens {

    /** For each digest. With one alone, every ninth token would be without a place as soon as an eighth of all are taken. */
    private static final int PLACES = 4;

    private final AtomicReferenceArray<@Nullable Entry> places;

    /** SHA-256 of a token. */
    record Digest(long first, long second, long third, long fourth) {

        /** Letters that are not ASCII make no other token look like a good one: good ones have none, and no '?' either. */
        static Digest of(String token) {
            var bytes = ByteBuffer.wrap(Digests.sha256(token));
            return new Digest(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        }
    }

    private record Entry(Digest digest, long generation, AccessClaims claims) {}

    /** @param size a power of two, from 4 */
    VerifiedTokens(int size) {
        if (size < PLACES || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("no power of two from " + PLACES);
        }
        places = new AtomicReferenceArray<>(size);
    }

    /** @param generation of the keys: what was found good by others is forgotten */
    @Nullable
    AccessClaims find(Digest digest, long generation) {
        var first = first(digest);
        for (var place = first; place < first + PLACES; place++) {
            var entry = places.getAcquire(place);
            if (entry != null && entry.generation == generation && entry.digest.equals(digest)) {
                return entry.claims;
            }
        }
        return null;
    }

    void keep(Digest digest, long generation, AccessClaims claims) {
        places.setRelease(place(digest, generation), new Entry(digest, generation, claims));
    }

    private int place(Digest digest, long generation) {
        var first = first(digest);
        for (var place = first; place < first + PLACES; place++) {
            var entry = places.getAcquire(place);
            if (entry == null || entry.generation != generation) {
                return place;
            }
        }
        return first + (int) (digest.second & (PLACES - 1));
    }

    private int first(Digest digest) {
        return (int) digest.first & (places.length() - 1) & -PLACES;
    }
}
