package lyceum.simulation;

import java.util.function.Consumer;
import lyceum.fake.Accidents;

/** Lets the actions of a schedule befall a world. */
final class Fate {

    private static final long MILLI = 1_000;

    private final World world;

    /** Nobody's process: it acts on all others. */
    private final Host outside;

    Fate(World world) {
        this.world = world;
        this.outside = new Host("*", -1, world.scheduler, 0, 1);
    }

    void plan(Schedule schedule) {
        for (var step : schedule.steps()) {
            outside.later(step.at(), () -> befall(step.action()));
            if (step.action() instanceof Action.RollBackFar(var lost, var time)) {
                plan(step.at(), lost, time);
            }
        }
    }

    private void befall(Action action) {
        world.timeline.note("*", action.toString());
        switch (action) {
            case Action.Ordinary ordinary -> live(ordinary);
            case Action.Pause(var who, var time) -> host(who).pause(time * MILLI);
            case Action.Crash(var who, var time) -> crash(number(who), time);
            case Action.Cut(var who, var from, var time) -> world.weather.cut(host(who), from, time * MILLI);
            case Action.Isolate(var who, var time) -> isolate(host(who), time);
            case Action.Storm(var time, var sky) -> world.weather.storm(sky, time * MILLI);
            case Action.PauseServer(var server, var time) ->
                (server == Service.STORE ? world.storage : world.shared).pause(time * MILLI);
            case Action.EvictFar(var key) -> world.far.accidents().evict(Catalogue.key(key));
            case Action.ForgetGuards(var key) -> world.far.accidents().forgetGuards(Catalogue.key(key));
            case Action.FlushFar() -> world.far.accidents().loseEverything();
            case Action.TrimLog(var kept) -> world.log.trim(kept);
            case Action.ForgetFeed() -> world.feed.forget();
            case Action.RollBackFar _ -> {
                // Planned in two steps already.
            }
        }
    }

    private void live(Action.Ordinary ordinary) {
        switch (ordinary) {
            case Action.Read(var who, var key, var maxAge) ->
                at(who, instance -> world.users.read(instance, key, maxAge));
            case Action.Write(var who, var course, var change, var known) ->
                at(who, instance -> world.users.write(instance, course, change, known));
            case Action.Invalidate(var who, var reach, var key) ->
                at(who, instance -> world.users.invalidate(instance, reach, key));
            case Action.EvictNear(var who, var key) ->
                at(who, instance -> instance.near().accidents().evict(Catalogue.key(key)));
            case Action.ForeignWrite(var course, var counts) -> {
                world.users.disturb(course);
                world.store.foreign(course, counts);
            }
        }
    }

    private int number(int who) {
        return who % world.size();
    }

    private Host host(int who) {
        return world.host(number(who));
    }

    /** A paused process begins nothing either. */
    private void at(int who, Consumer<Instance> what) {
        host(who).later(0, () -> {
            var instance = world.instance(number(who));
            if (instance != null) {
                what.accept(instance);
            }
        });
    }

    private void crash(int number, long time) {
        world.host(number).crash();
        world.stop(number);
        var life = world.host(number).life();
        outside.later(time * MILLI, () -> {
            if (life == world.host(number).life()) {
                world.start(number);
            }
        });
    }

    private void isolate(Host host, long time) {
        for (var service : Service.values()) {
            world.weather.cut(host, service, time * MILLI);
        }
    }

    private void plan(long at, long lost, long time) {
        var kept = new Accidents.Snapshot[1];
        outside.later(at - lost * MILLI, () -> kept[0] = world.far.accidents().snapshot());
        outside.later(at, () -> world.shared.crash());
        outside.later(at + time * MILLI, () -> {
            world.shared.restarted();
            world.far.accidents().rollBack(kept[0]);
        });
    }
}
