package lyceum.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lyceum.simulation.Schedule.Step;

/**
 * Makes a schedule from a seed. Races need things to happen close together, so most of them happen around a few moments, and
 * most of what happens around one moment is about one course.
 */
final class Generator {

    private static final int SCHEDULE = -4;
    private static final long LENGTH = 4_000_000;

    private record Moment(long at, int course) {}

    private final long seed;
    private final Dice dice;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final int instances;

    private Generator(long seed) {
        this.seed = seed;
        this.dice = new Dice(seed, SCHEDULE);
        this.instances = dice.one(2, 2, 2, 3, 3, 4);
    }

    static Schedule of(long seed) {
        return new Generator(seed).generate();
    }

    private Schedule generate() {
        var settings = settings();
        for (var count = 4 + dice.below(5); count > 0; count--) {
            moments.add(new Moment(dice.between(100_000, LENGTH), dice.below(Catalogue.COURSES)));
        }
        for (var count = 30 + dice.below(31); count > 0; count--) {
            ordinary();
        }
        var faults = new Faults(dice, instances);
        for (var count = faults.many(); count > 0; count--) {
            steps.add(new Step(around(300_000), faults.next()));
        }
        steps.sort(Comparator.comparingLong(Step::at));
        return new Schedule(seed, settings, steps);
    }

    private Settings settings() {
        return new Settings(
                instances,
                dice.between(1_000, 10_000),
                dice.between(300, 700),
                dice.between(20, 100),
                dice.one(300, 2_000, 60_000),
                dice.one(0, 3_000, 60_000),
                dice.one(1, 3, 100),
                dice.chance(500),
                dice.one(20, 1_000, 1_000),
                dice.between(0, 30),
                dice.one(0, 0, 100));
    }

    /** Mostly close to one of the moments. */
    private long around(long width) {
        if (dice.chance(200)) {
            return dice.between(0, LENGTH);
        }
        var moment = moments.get(dice.below(moments.size()));
        return Math.max(0, moment.at() + dice.between(-width, width / 4));
    }

    private void ordinary() {
        var moment = moments.get(dice.below(moments.size()));
        var at = dice.chance(250)
                ? dice.between(0, LENGTH)
                : moment.at() + dice.between(0, dice.one(5_000, 30_000, 100_000, 2_500_000));
        steps.add(new Step(at, action(moment.course())));
    }

    private Action action(int focus) {
        var course = dice.chance(800) ? focus : dice.below(Catalogue.COURSES);
        var key = dice.chance(600) ? course : Catalogue.COURSES + dice.below(2);
        var who = dice.below(instances);
        var chance = dice.below(1_000);
        if (chance < 640) {
            return new Action.Read(who, key, dice.chance(60) ? dice.one(0, 500) : -1);
        }
        if (chance < 860) {
            return new Action.Write(who, course, change(course), dice.chance(850));
        }
        if (chance < 910) {
            return new Action.EvictNear(who, key);
        }
        return chance < 965
                ? new Action.Invalidate(who, dice.one(Action.Reach.values()), key)
                : new Action.ForeignWrite(course, dice.chance(500));
    }

    private Store.Change change(int course) {
        if (course == Catalogue.TO_COME && dice.chance(500)) {
            return Store.Change.CREATE;
        }
        var chance = dice.below(100);
        return chance < 4 ? Store.Change.DELETE : chance < 16 ? Store.Change.MOVE : Store.Change.REPLACE;
    }
}
