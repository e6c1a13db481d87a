package lyceum.adapters.web.course;

import lyceum.application.cache.Answer;
import lyceum.application.cache.Step.Outcome;

/**
 * What was read for a request.
 *
 * @param directivesIgnored whether the answer is not what the request's directives ask for, because it may not cause a load
 */
record Reading(Answer answer, boolean directivesIgnored) {

    static Reading of(Answer answer) {
        return new Reading(answer, false);
    }

    /** Whether it comes from the source itself, for this request or one at the same time. */
    boolean loaded() {
        var steps = answer.steps();
        var last = steps.isEmpty() ? Outcome.MISS : steps.getLast().outcome();
        return last != Outcome.HIT && last != Outcome.STALE;
    }
}
