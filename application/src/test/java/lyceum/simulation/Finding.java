package lyceum.simulation;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import lyceum.domain.cache.Mechanism;
import org.jspecify.annotations.Nullable;

/** A violation made short: the least that has to happen for it. */
record Finding(long seed, Violation violation, Schedule shortest, List<String> timeline) {

    /** Null if the seed's schedule violates nothing. */
    static @Nullable Finding of(long seed, Set<Mechanism> off) {
        var schedule = Generator.of(seed);
        var violation = Run.of(schedule, off).violation();
        if (violation == null) {
            return null;
        }
        var shortest = Shrinker.shrink(schedule, violation.invariant(), off);
        var outcome = Run.told(shortest, off);
        return new Finding(seed, Objects.requireNonNull(outcome.violation()), shortest, outcome.timeline());
    }

    String inFull() {
        return """
                seed %d violates %s

                shortest schedule:
                %s

                what happens:
                %s

                again: ./mvnw test -pl domain,application -Dtest=SimulationTest \
                -Dsurefire.failIfNoSpecifiedTests=false -Dlyceum.seed=%d
                """.formatted(seed, violation, shortest, String.join("\n", timeline), seed);
    }

    String inOneLine() {
        return shortest.steps().stream().map(step -> brief(step.action())).collect(joining("; "))
                + ": " + violation.what();
    }

    private String brief(Action action) {
        return switch (action) {
            case Action.Read(var who, var key, var maxAge) ->
                name(who) + " reads " + Catalogue.name(key) + (maxAge < 0 ? "" : " (max-age " + maxAge + ")");
            case Action.Write(var who, var course, var change, _) ->
                name(who) + " does a " + change + " of " + Catalogue.name(course);
            case Action.ForeignWrite(var course, _) -> "another program writes " + Catalogue.name(course);
            case Action.EvictNear(var who, var key) -> name(who) + " evicts " + Catalogue.name(key);
            case Action.Invalidate(var who, var reach, var key) ->
                name(who) + " invalidates " + (reach == Action.Reach.KEY ? Catalogue.name(key) : reach);
            case Action.Pause(var who, var time) -> name(who) + " pauses " + time + " ms";
            case Action.Crash(var who, var time) -> name(who) + " crashes for " + time + " ms";
            case Action.Cut(var who, var from, var time) -> name(who) + " is cut from the " + from + ' ' + time + " ms";
            case Action.Isolate(var who, var time) -> name(who) + " is isolated " + time + " ms";
            case Action.Storm(var time, _) -> "the network is bad for " + time + " ms";
            case Action.PauseServer(var server, var time) -> "the " + server + " pauses " + time + " ms";
            case Action.EvictFar(var key) -> "far evicts " + Catalogue.name(key);
            case Action.ForgetGuards(var key) -> "far forgets the guards of " + Catalogue.name(key);
            case Action.FlushFar() -> "far is flushed";
            case Action.RollBackFar(var lost, _) -> "far restarts without its last " + lost + " ms";
            case Action.TrimLog(var kept) -> "the log is trimmed to " + kept;
            case Action.ForgetFeed() -> "the feed forgets";
        };
    }

    private String name(int who) {
        return String.valueOf((char) ('A' + who % shortest.settings().instances()));
    }
}
