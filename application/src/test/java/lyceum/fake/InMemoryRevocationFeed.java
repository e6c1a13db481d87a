package lyceum.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.RevocationFeed;

/**
 * What was revoked in an {@link InMemoryUserRepository} and an {@link InMemorySessionRepository}. Places are numbers of
 * revocations; however long ago, it begins with the first.
 */
public final class InMemoryRevocationFeed implements RevocationFeed {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}):(\\d{1,9}):(\\d{1,9})");

    private final InMemoryUserRepository users;
    private final InMemorySessionRepository sessions;
    private int forgotten;

    public InMemoryRevocationFeed(InMemoryUserRepository users, InMemorySessionRepository sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    /** From no place that it has told until now can it go on. */
    public synchronized void forget() {
        forgotten++;
    }

    @Override
    public synchronized Batch since(Duration ago) {
        return answer(0, 0, false);
    }

    @Override
    public synchronized Batch after(Position position) {
        var place = FORM.matcher(position.text());
        return place.matches() && Integer.parseInt(place.group(1)) == forgotten
                ? answer(Integer.parseInt(place.group(2)), Integer.parseInt(place.group(3)), false)
                : answer(0, 0, true);
    }

    private Batch answer(int userChanges, int sessionChanges, boolean gap) {
        var ofUsers = users.revocations();
        var ofSessions = sessions.revocations();
        var told = new ArrayList<Revocation>();
        told.addAll(rest(ofUsers, userChanges));
        told.addAll(rest(ofSessions, sessionChanges));
        told.add(new Revocation.OfEverybody(users.epochOfEverybody()));
        var last = new Position("%d:%d:%d".formatted(forgotten, ofUsers.size(), ofSessions.size()));
        return new Batch(told, last, gap);
    }

    private static List<Revocation> rest(List<Revocation> all, int told) {
        return all.subList(Math.min(told, all.size()), all.size());
    }
}
