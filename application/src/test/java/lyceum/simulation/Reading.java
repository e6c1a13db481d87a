package lyceum.simulation;

/** A read on its way, with what it may not fall short of: what its instance had promised when it began. */
final class Reading {

    private final Session session;
    private final int key;
    private final long began;
    private final long bound;
    private final boolean last;
    private final long[] acknowledged;
    private final long shown;
    private final long ended;
    private final long pausedBefore;

    /**
     * @param began when, in true time
     * @param bound how old an answer may be
     * @param last whether it began after everything was well again
     */
    Reading(Session session, int key, long began, long bound, boolean last) {
        this.session = session;
        this.key = key;
        this.began = began;
        this.bound = bound;
        this.last = last;
        this.acknowledged = session.acknowledged[key].clone();
        this.shown = Catalogue.list(key) ? 0 : session.shown[key];
        this.ended = session.ended[key];
        this.pausedBefore = session.host().pausedInAll();
    }

    Session session() {
        return session;
    }

    int key() {
        return key;
    }

    long began() {
        return began;
    }

    boolean last() {
        return last;
    }

    /** What was committed before this moment is to be seen. */
    long due() {
        return began - bound;
    }

    /** The last change of a course that its instance had acknowledged. */
    long acknowledged(int course) {
        return acknowledged[course];
    }

    /** The newest version of the course that its instance had shown. */
    long shown() {
        return shown;
    }

    /** When the last acknowledged invalidation had begun. */
    long ended() {
        return ended;
    }

    /** For how long the instance has been at it. */
    long took(long now) {
        return now - began - (session.host().pausedInAll() - pausedBefore);
    }

    @Override
    public String toString() {
        return session.host() + " reads " + Catalogue.name(key);
    }
}
