package lyceum.application.cache;

/**
 * What happened at one tier on the way to an answer.
 *
 * @param stored whether the answer was stored there
 */
public record Step(String tier, Outcome outcome, boolean stored) {

    public enum Outcome {
        HIT,
        STALE,
        MISS,
        /** The read was told to leave the tier out. */
        BYPASS,
        /** The tier could not answer. */
        UNAVAILABLE
    }

    Step andStored() {
        return new Step(tier, outcome, true);
    }
}
