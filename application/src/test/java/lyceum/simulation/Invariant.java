package lyceum.simulation;

/** What must hold in every run. */
enum Invariant {
    I1_NO_RESURRECTION("what was loaded before an acknowledged invalidation is served after it"),
    I2_READ_YOUR_WRITES("a write that this instance acknowledged is not seen by a read that began afterwards"),
    I3_MONOTONIC("an older version follows a newer one on one instance"),
    I4_BOUNDED_STALENESS("an answer not marked stale lacks a write that was committed before the bound"),
    I5_ONE_LOAD("two loads of one key at a time, with nothing wrong"),
    LAG("with nothing wrong, an acknowledged write reaches other instances too late"),
    CALM("with nothing wrong, a read fails or is stale"),
    HANG("a read does not end in time"),
    CONVERGENCE("after everything is well again, an instance does not answer with the latest"),
    CONFIRMATION("after everything is well again, a tier is not confirmed"),
    ESCAPE("an exception that nobody expects");

    private final String meaning;

    Invariant(String meaning) {
        this.meaning = meaning;
    }

    /** Its name as the design has it. */
    String title() {
        return name().startsWith("I") && Character.isDigit(name().charAt(1)) ? name().substring(0, 2) : name();
    }

    String meaning() {
        return meaning;
    }
}
