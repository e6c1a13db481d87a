package lyceum.e2e.coherence;

/**
 * A read or a write of one course, as its client saw it.
 *
 * @param instance the process that answered; one that was started again is another
 * @param version what was seen or written
 * @param start when it was asked and
 * @param end when the answer was there, in nanoseconds on the one clock of the test
 * @param stale whether the answer says that it may be out of date
 * @param failure why there is no version, or nothing
 */
record Operation(
        Kind kind, int instance, int key, long version, long start, long end, boolean stale, String failure) {

    enum Kind {
        READ, WRITE
    }

    Operation {
        if (end < start) {
            throw new IllegalArgumentException("it ends before it starts");
        }
    }

    static Operation read(int instance, int key, long version, long start, long end, boolean stale) {
        return new Operation(Kind.READ, instance, key, version, start, end, stale, "");
    }

    static Operation write(int instance, int key, long version, long start, long end) {
        return new Operation(Kind.WRITE, instance, key, version, start, end, false, "");
    }

    static Operation failed(Kind kind, int instance, int key, long start, long end, String failure) {
        return new Operation(kind, instance, key, -1, start, end, false, failure);
    }

    boolean failed() {
        return !failure.isEmpty();
    }

    boolean isRead() {
        return kind == Kind.READ && !failed();
    }

    boolean isAcknowledged() {
        return kind == Kind.WRITE && !failed();
    }

    String describe(long origin) {
        return "%s of course %d %s instance %d, %.3f to %.3f s: %s".formatted(
                kind == Kind.READ ? "read" : "write",
                key,
                kind == Kind.READ ? "on" : "by",
                instance,
                (start - origin) / 1e9,
                (end - origin) / 1e9,
                failed() ? failure : "version " + version + (stale ? ", marked stale" : ""));
    }
}
