package lyceum.adapters.redis;

import java.util.HashMap;
import java.util.Map;
import lyceum.domain.cache.TierStats;

/** What INFO says. Servers differ in what they tell: what is missing or no number is left out. */
record ServerInfo(Map<String, String> fields) {

    private static final String[] DETAILS = {
        "keyspace_hits", "keyspace_misses", "expired_keys", "used_memory_peak", "maxmemory", "connected_clients",
    };

    static ServerInfo parse(String info) {
        var fields = new HashMap<String, String>();
        info.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0 && line.charAt(0) != '#') {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        return new ServerInfo(fields);
    }

    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    TierStats stats(long keys) {
        var details = new HashMap<String, Long>();
        for (var field : DETAILS) {
            if (number(field) >= 0) {
                details.put(field, number(field));
            }
        }
        return new TierStats(keys, Math.max(0, number("used_memory")), Math.max(0, number("evicted_keys")), details);
    }

    /** Negative if it is missing or no number. */
    private long number(String field) {
        try {
            return Long.parseLong(text(field));
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
