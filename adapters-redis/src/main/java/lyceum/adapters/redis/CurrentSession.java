package lyceum.adapters.redis;

import org.jspecify.annotations.Nullable;

/**
 * The session of now, if there is one. A turn begins with every connection made or lost, and a session begins only in the
 * turn that it was made in, so that a late answer of an earlier server is not taken for one of this.
 */
final class CurrentSession {

    private volatile @Nullable Session session;

    /** Guarded by this. */
    private int turn;

    @Nullable
    Session get() {
        return session;
    }

    /** Ends the session. */
    synchronized int newTurn() {
        session = null;
        return ++turn;
    }

    synchronized boolean isTurn(int one) {
        return turn == one;
    }

    synchronized void begin(Session known, int one) {
        if (turn == one) {
            session = known;
        }
    }
}
