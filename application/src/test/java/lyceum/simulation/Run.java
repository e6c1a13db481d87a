package lyceum.simulation;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Mechanism;
import org.jspecify.annotations.Nullable;

/** One schedule from its beginning to its end, and what came of it. */
final class Run {

    /** After the last action and what it brought on, everything is well for so long before the last reads. */
    private static final long RECOVERY = 2_600_000;

    private static final long PROBE = 400_000;

    /** Long enough to wait for a lease whose holder is gone. */
    private static final long LAST_READS = 1_200_000;

    /** Interval, hold-back, delays and what the clocks are off by. */
    private static final long UNCONFIRMED_MILLIS = 1_500;

    private final Schedule schedule;
    private final World world;

    private Run(Schedule schedule, Set<Mechanism> off, boolean told) {
        this.schedule = schedule;
        this.world = new World(schedule, off, told);
    }

    /** @param violation null if all was well */
    record Outcome(@Nullable Violation violation, long reads, List<String> timeline) {}

    static Outcome of(Schedule schedule, Set<Mechanism> off) {
        return new Run(schedule, off, false).toTheEnd();
    }

    static Outcome told(Schedule schedule, Set<Mechanism> off) {
        return new Run(schedule, off, true).toTheEnd();
    }

    private Outcome toTheEnd() {
        try {
            live();
        } catch (RuntimeException escaped) {
            world.verdict.violated(Invariant.ESCAPE, escaped + " at " + escaped.getStackTrace()[0]);
        }
        return new Outcome(world.verdict.first(), world.oracle.judged(), world.timeline.lines());
    }

    private void live() {
        for (var number = 0; number < world.size(); number++) {
            world.start(number);
        }
        new Fate(world).plan(schedule);
        world.scheduler.runUntil(end() + RECOVERY - PROBE);
        eachInstance(world.users::tryTheSource);
        world.scheduler.runUntil(end() + RECOVERY);
        if (world.verdict.first() == null) {
            world.oracle.everythingIsWell();
            eachInstance(this::readEverything);
            world.scheduler.runUntil(end() + RECOVERY + LAST_READS);
            world.oracle.close();
            confirmed();
        }
    }

    private long end() {
        return schedule.steps().stream().mapToLong(Run::over).max().orElse(0);
    }

    private static long over(Schedule.Step step) {
        var lasts = switch (step.action()) {
            case Action.Pause(_, var time) -> time;
            case Action.Crash(_, var time) -> time;
            case Action.Cut(_, _, var time) -> time;
            case Action.Isolate(_, var time) -> time;
            case Action.Storm(var time, var sky) -> time + sky.delay() / 1_000;
            case Action.PauseServer(_, var time) -> time;
            case Action.RollBackFar(_, var time) -> time;
            default -> 0;
        };
        return step.at() + lasts * 1_000;
    }

    private void eachInstance(Consumer<Instance> what) {
        for (var number = 0; number < world.size(); number++) {
            var instance = world.instance(number);
            if (instance != null) {
                what.accept(instance);
            }
        }
    }

    private void readEverything(Instance instance) {
        for (var key = 0; key < Catalogue.KEYS; key++) {
            world.users.read(instance, key, -1);
        }
    }

    private void confirmed() {
        confirmed(world.far, world.shared);
        eachInstance(instance -> confirmed(instance.near(), instance.session().host()));
    }

    private void confirmed(CacheTier tier, Host host) {
        var until = tier.confirmedUntil().toCompletableFuture().join();
        if (host.millis() - until > UNCONFIRMED_MILLIS) {
            world.verdict.violated(Invariant.CONFIRMATION, host + " " + tier.name() + " until " + until);
        }
    }
}
