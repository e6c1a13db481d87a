package lyceum.e2e.coherence;

/**
 * What must hold, by the numbers of the design. A read that goes backwards breaks exactly one of the first three, so
 * that a report tells what kind of thing happened: what was seen on an instance is replaced by what had been there
 * before (I1) or by something older still (I3), or what was acknowledged there has not been seen there yet (I2).
 */
enum Invariant {
    I1("no resurrection: what was replaced on an instance does not come back there"),
    I2("read your writes: what an instance acknowledged, the reads that start there afterwards see"),
    I3("monotonic: on an instance, versions do not go backwards"),
    I4("bounded staleness: on any other instance, a read that starts more than B after the acknowledgement sees it"),
    I5("one load: at most one database read of a key per lease window in the whole cluster"),
    I6("nothing lost: what was acknowledged is in the database");

    private final String promise;

    Invariant(String promise) {
        this.promise = promise;
    }

    String promise() {
        return name() + ", " + promise;
    }
}
