package lyceum.adapters.web.course;

import java.util.ArrayList;
import lyceum.application.cache.Answer;

/** The way an answer came, as a Cache-Status field (RFC 9211): one member per tier, the one nearest the source first. */
final class CacheStatus {

    private CacheStatus() {}

    static String of(Answer answer, long now) {
        var steps = answer.steps();
        if (steps.size() == 1) {
            return member(answer, 0, now);
        }
        var members = new ArrayList<String>(steps.size());
        for (var i = steps.size() - 1; i >= 0; i--) {
            members.add(member(answer, i, now));
        }
        return String.join(", ", members);
    }

    private static String member(Answer answer, int index, long now) {
        var step = answer.steps().get(index);
        return "lyceum-" + step.tier()
                + switch (step.outcome()) {
                    case HIT, STALE -> "; hit; ttl=" + ttl(answer, now);
                    case MISS -> "; fwd=miss" + (step.stored() ? "; stored" : "") + collapsed(answer, index);
                    case BYPASS -> "; fwd=bypass";
                    case UNAVAILABLE -> "; fwd=bypass; detail=unavailable";
                };
    }

    /** Below zero for an entry past its fresh time. */
    private static long ttl(Answer answer, long now) {
        return Math.floorDiv(answer.entry().freshUntil() - now, 1000L);
    }

    /** Reads are collapsed in front of all tiers, so it is the nearest that tells. */
    private static String collapsed(Answer answer, int index) {
        return answer.collapsed() && index == 0 ? "; collapsed" : "";
    }
}
