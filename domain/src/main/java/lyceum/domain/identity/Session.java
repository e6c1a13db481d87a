package lyceum.domain.identity;

import java.time.Instant;

/**
 * That somebody signed in on some device, and all the tokens that came of it: a refresh family (RFC 9700, 4.14).
 *
 * @param epoch under which it began; it is over when its account's or everybody's has grown beyond that
 * @param client what the device calls itself; at most 200 characters of one line
 * @param lastSeenAt a little behind, at the most as long as it is gathered in memory
 * @param expiresAt its end, however often its tokens are exchanged
 */
public record Session(
        SessionId id,
        UserId user,
        Epoch epoch,
        String client,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt) {

    public boolean standsAt(Instant now, Epoch today) {
        return now.isBefore(expiresAt) && epoch.standsIn(today);
    }

    public Session seenAt(Instant moment) {
        return new Session(id, user, epoch, client, createdAt, moment, expiresAt);
    }
}
