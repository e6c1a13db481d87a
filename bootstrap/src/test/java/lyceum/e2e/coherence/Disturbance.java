package lyceum.e2e.coherence;

import java.time.Duration;

/** What a {@link FaultProxy} does to the connections that it concerns. */
public record Disturbance(Target target, Effect effect) {

    public static final Disturbance NONE = new Disturbance(Target.ALL, new Swallow(Direction.BOTH, 0));

    /** A log connection is one that has sent an XREAD. */
    public enum Target {
        ALL, LOG, OTHERS;

        boolean concerns(boolean log) {
            return this == ALL || (this == LOG) == log;
        }
    }

    public enum Direction {
        TO_SERVER, TO_CLIENT, BOTH;

        boolean covers(Direction way) {
            return this == BOTH || this == way;
        }
    }

    public sealed interface Effect {}

    /** Connections are closed, and new ones as soon as it is known that they are concerned. */
    public record Cut() implements Effect {}

    /**
     * So many percent of what is read is thrown away; at 100 a new connection is accepted and nothing ever comes of
     * it.
     */
    public record Swallow(Direction direction, int percent) implements Effect {}

    public record Delay(Direction direction, Duration duration) implements Effect {}

    public static Disturbance cut(Target target) {
        return new Disturbance(target, new Cut());
    }

    public static Disturbance swallow(Target target, Direction direction, int percent) {
        return new Disturbance(target, new Swallow(direction, percent));
    }

    public static Disturbance delay(Target target, Direction direction, Duration duration) {
        return new Disturbance(target, new Delay(direction, duration));
    }
}
