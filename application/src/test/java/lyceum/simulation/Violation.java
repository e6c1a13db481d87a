package lyceum.simulation;

/** @param at when, in microseconds of virtual time */
record Violation(Invariant invariant, long at, String what) {

    @Override
    public String toString() {
        return "%s at %.3f ms: %s (%s)".formatted(invariant.title(), at / 1_000.0, what, invariant.meaning());
    }
}
