package lyceum.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Draws what goes wrong in one schedule: nothing, things of one kind, or of several. */
final class Faults {

    private final Dice dice;
    private final int instances;
    private final List<Supplier<Action>> kinds = List.of(
            this::pause,
            this::crash,
            this::cut,
            this::isolate,
            this::storm,
            this::pauseServer,
            () -> new Action.EvictFar(key()),
            () -> new Action.ForgetGuards(key()),
            Action.FlushFar::new,
            this::rollBack,
            this::trim,
            Action.ForgetFeed::new);
    private final int many;
    private final List<Supplier<Action>> chosen;

    Faults(Dice dice, int instances) {
        this.dice = dice;
        this.instances = instances;
        var mix = dice.below(10);
        this.many = mix == 0 ? 0 : 1 + dice.below(mix < 4 ? 4 : 8);
        this.chosen = mix < 8 ? some(mix < 4 ? 1 : dice.one(2, 3)) : kinds;
    }

    private List<Supplier<Action>> some(int count) {
        var some = new ArrayList<Supplier<Action>>();
        while (some.size() < count) {
            some.add(kinds.get(dice.below(kinds.size())));
        }
        return some;
    }

    int many() {
        return many;
    }

    Action next() {
        return chosen.get(dice.below(chosen.size())).get();
    }

    private int who() {
        return dice.below(instances);
    }

    private int key() {
        return dice.below(Catalogue.KEYS);
    }

    private long time() {
        return dice.one(dice.between(5, 60), dice.between(100, 700), dice.between(1_500, 4_000));
    }

    private Action pause() {
        return new Action.Pause(who(), time());
    }

    private Action crash() {
        return new Action.Crash(who(), dice.between(1, 1_500));
    }

    private Action cut() {
        return new Action.Cut(who(), dice.one(Service.values()), time());
    }

    private Action isolate() {
        return new Action.Isolate(who(), time());
    }

    private Action storm() {
        var sky = new Weather.Sky(dice.between(20_000, 400_000), dice.one(0, 50, 300), dice.one(0, 100));
        return new Action.Storm(time(), sky);
    }

    private Action pauseServer() {
        return new Action.PauseServer(dice.one(Service.CACHE, Service.STORE), time());
    }

    private Action rollBack() {
        return new Action.RollBackFar(dice.between(1, 3_000), dice.between(1, 800));
    }

    private Action trim() {
        return new Action.TrimLog(dice.below(3));
    }
}
