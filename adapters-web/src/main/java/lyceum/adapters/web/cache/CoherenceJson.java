package lyceum.adapters.web.cache;

import java.util.ArrayList;
import lyceum.adapters.web.json.Json;
import lyceum.application.coherence.CoherenceStatistics;
import lyceum.application.coherence.CoherenceStatistics.Report;

/** How well the tiers of this process kept in step with what others wrote. */
final class CoherenceJson {

    private CoherenceJson() {}

    /**
     * @param refusedFills of all tiers
     * @param leaseWaits of all tiers
     */
    static Json of(Report report, long refusedFills, long leaseWaits) {
        return Json.object()
                .put("bound_ms", report.boundMillis())
                .put("since_confirmed_ms", report.sinceConfirmedMillis() < 0
                        ? Json.NULL
                        : Json.number(report.sinceConfirmedMillis()))
                .put("suspect_ms", report.suspectMillis())
                .put("lag", lag(report))
                .put("gaps", report.gaps())
                .put("log_failures", report.logFailures())
                .put("feed_failures", report.feedFailures())
                .put("feed_gaps", report.feedGaps())
                .put("revocation_failures", report.revocationFailures())
                .put("epochs", report.epochs())
                .put("refused_fills", refusedFills)
                .put("lease_waits", leaseWaits)
                .put("audit", audit(report))
                .build();
    }

    private static Json lag(Report report) {
        var buckets = new ArrayList<Json>();
        for (var i = 0; i < report.lag().size(); i++) {
            buckets.add(Json.object()
                    .put("up_to_ms", limit(i))
                    .put("count", report.lag().get(i))
                    .build());
        }
        return Json.object()
                .put("largest_ms", report.largestLagMillis())
                .put("buckets", new Json.Arr(buckets))
                .build();
    }

    private static Json limit(int bucket) {
        var limits = CoherenceStatistics.LAG_BUCKETS;
        return bucket < limits.size() ? Json.number(limits.get(bucket)) : Json.NULL;
    }

    private static Json audit(Report report) {
        return Json.object()
                .put("samples", report.audited())
                .put("disagreements", report.disagreements())
                .build();
    }
}
