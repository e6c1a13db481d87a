package lyceum.application.cache;

import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.Kind;

/**
 * Decides by chance whether a hit is to be refreshed before its fresh time is over, the likelier the nearer that is, and the
 * longer a load takes (XFetch: Vattani, Chierichetti, Lowenstein, Optimal Probabilistic Cache Stampede Prevention, VLDB
 * 2015). So what is asked for often is never loaded while somebody waits.
 */
final class RefreshAhead {

    /** The paper's beta: above 1 refreshes earlier. */
    private static final double EAGERNESS = 1;

    /** Beyond so many load times before the end, chance has less than one in a million to say yes. */
    private static final double FAR = 14;

    private final Policy policy;
    private final Source source;

    RefreshAhead(Policy policy, Source source) {
        this.policy = policy;
        this.source = source;
    }

    boolean due(Kind kind, CacheEntry entry) {
        var left = entry.freshUntil() - policy.clock().millis();
        var load = source.loadMillis(kind) * EAGERNESS;
        return left < FAR * load && -Math.log(1 - policy.random().getAsDouble()) * load >= left;
    }
}
