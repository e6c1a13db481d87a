package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.domain.identity.Authority;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.RevocationFeed.Batch;
import lyceum.domain.identity.RevocationFeed.Position;
import lyceum.domain.identity.UserId;

/** Follows a feed from now on and keeps what it was told, as whoever decides about tokens does. One thread uses it at a time. */
public final class RevocationReader {

    private final RevocationFeed feed;
    private final Set<Revocation> told = new HashSet<>();
    private final Map<UserId, Authority> accounts = new HashMap<>();
    private long everybody = -1;
    private Position position;

    private RevocationReader(RevocationFeed feed, Batch first) {
        this.feed = feed;
        this.position = first.last();
        take(first);
    }

    public static RevocationReader since(RevocationFeed feed, Duration ago) {
        return new RevocationReader(feed, feed.since(ago));
    }

    public static RevocationReader after(RevocationFeed feed, Position position) {
        return new RevocationReader(feed, feed.after(position));
    }

    public Position position() {
        return position;
    }

    /** Asks once, and answers what it was told of this time. */
    public List<Revocation> read() {
        var batch = feed.after(position);
        position = batch.last();
        take(batch);
        return batch.revocations();
    }

    private void take(Batch batch) {
        assertThat(batch.gap()).as("there is a gap").isFalse();
        var epochs = new ArrayList<Long>();
        for (var revocation : batch.revocations()) {
            switch (revocation) {
                case Revocation.OfToken token -> told.add(token);
                case Revocation.OfSession session -> told.add(session);
                case Revocation.OfAccount(var user, var authority) -> accounts.merge(
                        user, authority, (one, other) -> one.version() > other.version() ? one : other);
                case Revocation.OfEverybody(var epoch) -> epochs.add(epoch);
            }
        }
        assertThat(epochs).as("everybody's epoch is in every answer").isNotEmpty();
        epochs.forEach(epoch -> everybody = Math.max(everybody, epoch));
    }

    /** Whether it knows of this, or in the case of numbers of a higher one. */
    public boolean knows(Revocation revocation) {
        return switch (revocation) {
            case Revocation.OfToken token -> told.contains(token);
            case Revocation.OfSession session -> told.contains(session);
            case Revocation.OfAccount(var user, var authority) -> knows(user, authority);
            case Revocation.OfEverybody(var epoch) -> everybody >= epoch;
        };
    }

    private boolean knows(UserId user, Authority authority) {
        var known = accounts.get(user);
        return known != null && (known.version() > authority.version() || known.equals(authority));
    }
}
