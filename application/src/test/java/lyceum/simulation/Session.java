package lyceum.simulation;

/** What one instance has promised its callers since it was started. A restart begins another. */
final class Session {

    private final Host host;
    private final int life;

    /** Per key and course, the last change that this instance has acknowledged and that is to be seen there. */
    final long[][] acknowledged = new long[Catalogue.KEYS][Catalogue.COURSES];

    /** Per course, the newest version that a completed read of it has shown. */
    final long[] shown = new long[Catalogue.COURSES];

    /** Per key, when the last invalidation began that has been acknowledged. */
    final long[] ended = new long[Catalogue.KEYS];

    Session(Host host) {
        this.host = host;
        this.life = host.life();
    }

    Host host() {
        return host;
    }

    boolean over() {
        return host.life() != life;
    }

    void invalidated(int key, long began) {
        ended[key] = Math.max(ended[key], began);
    }
}
