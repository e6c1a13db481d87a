package lyceum.simulation;

import java.util.List;
import java.util.Locale;

/**
 * All that a run depends on.
 *
 * @param seed of chance in the network
 */
record Schedule(long seed, Settings settings, List<Step> steps) {

    /** @param at in microseconds */
    record Step(long at, Action action) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%10.3f  %s", at / 1_000.0, action);
        }
    }

    Schedule {
        steps = List.copyOf(steps);
    }

    boolean calm() {
        return steps.stream().allMatch(step -> step.action() instanceof Action.Ordinary);
    }

    Schedule withSteps(List<Step> fewer) {
        return new Schedule(seed, settings, fewer);
    }

    Schedule withSettings(Settings other) {
        return new Schedule(seed, other, steps);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(settings.toString());
        steps.forEach(step -> text.append('\n').append(step));
        return text.toString();
    }
}
