package lyceum.adapters.web.course;

import java.util.ArrayList;
import lyceum.application.cache.Answer;
import lyceum.application.cache.Step;
import lyceum.domain.cache.CacheEntry;

/**
 * The way an answer came, as a Cache-Status field (RFC 9211): one member per tier, the one nearest the source first. An answer
 * that may be out of date because the source failed has one member more, for all tiers together: {@code fwd=stale}.
 */
final class CacheStatus {

    private CacheStatus() {}

    static String of(Reading reading, long now) {
        var steps = reading.answer().steps();
        if (steps.size() == 1 && !reading.answer().stale()) {
            return member(reading, 0, now);
        }
        var members = new ArrayList<String>(steps.size());
        var tiers = reading.answer().stale() ? steps.size() - 1 : steps.size();
        for (var i = tiers - 1; i >= 0; i--) {
            members.add(member(reading, i, now));
        }
        if (reading.answer().stale()) {
            members.add("lyceum; fwd=stale; ttl=" + ttl(reading.answer().entry(), false, now)
                    + "; detail=source-unavailable");
        }
        return String.join(", ", members);
    }

    private static String member(Reading reading, int index, long now) {
        var step = reading.answer().steps().get(index);
        return "lyceum-" + step.tier()
                + switch (step.outcome()) {
                    case HIT, STALE -> hit(reading, step, now);
                    case MISS -> "; fwd=miss" + (step.stored() ? "; stored" : "") + collapsed(reading.answer(), index);
                    case BYPASS -> "; fwd=bypass";
                    case UNAVAILABLE -> "; fwd=bypass; detail=unavailable";
                };
    }

    private static String hit(Reading reading, Step step, long now) {
        return "; hit; ttl="
                + ttl(reading.answer().entry(), step.outcome() == Step.Outcome.HIT, now)
                + (reading.directivesIgnored() ? "; detail=directives-ignored" : "");
    }

    /** Below zero since its fresh time was over, or else since it was last known to be current, if that is not known now. */
    private static long ttl(CacheEntry entry, boolean current, long now) {
        var end = current || entry.freshUntil() <= now ? entry.freshUntil() : entry.loadedAt();
        return Math.floorDiv(end - now, 1000L);
    }

    /** Reads are collapsed in front of all tiers, so it is the nearest that tells. */
    private static String collapsed(Answer answer, int index) {
        return answer.collapsed() && index == 0 ? "; collapsed" : "";
    }
}
