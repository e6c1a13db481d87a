package lyceum.e2e.coherence;

import java.time.Duration;

/** What a {@link FaultProxy} does to the connections that it concerns. */
record Disturbance(Target target, Effect effect) {

    static final Disturbance NONE = new Disturbance(Target.ALL, new Swallow(Direction.BOTH, 0));

    /** A log connection is one that has sent an XREAD. */
    enum Target {
        ALL, LOG, OTHERS;

        boolean concerns(boolean log) {
            return this == ALL || (this == LOG) == log;
        }
    }

    enum Direction {
        TO_SERVER, TO_CLIENT, BOTH;

        boolean covers(Direction way) {
            return this == BOTH || this == way;
        }
    }

    sealed interface Effect {}

    /** Connections are closed, and new ones as soon as it is known that they are concerned. */
    record Cut() implements Effect {}

    /**
     * So many percent of what is read is thrown away; at 100 a new connection is accepted and nothing ever comes of
     * it.
     */
    record Swallow(Direction direction, int percent) implements Effect {}

    record Delay(Direction direction, Duration duration) implements Effect {}

    static Disturbance cut(Target target) {
        return new Disturbance(target, new Cut());
    }

    static Disturbance swallow(Target target, Direction direction, int percent) {
        return new Disturbance(target, new Swallow(direction, percent));
    }

    static Disturbance delay(Target target, Direction direction, Duration duration) {
        return new Disturbance(target, new Delay(direction, duration));
    }
}
