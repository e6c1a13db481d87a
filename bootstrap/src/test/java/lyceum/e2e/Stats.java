package lyceum.e2e;

import java.util.List;
import java.util.Map;

/** Reads numbers out of {@code /cache/stats}. */
public final class Stats {

    private Stats() {}

    /** Follows names through objects, and in lists finds the element whose name, tier or kind is the step. */
    public static long number(Client client, String... path) {
        Object here = client.get("/cache/stats").json();
        for (var step : path) {
            here = below(here, step);
        }
        return here instanceof Number number ? number.longValue() : 0;
    }

    private static Object below(Object here, String step) {
        return switch (here) {
            case Map<?, ?> object -> object.containsKey(step) ? object.get(step) : "";
            case List<?> list -> list.stream()
                    .filter(element -> element instanceof Map<?, ?> object && object.containsValue(step))
                    .findFirst()
                    .map(element -> (Object) element)
                    .orElse("");
            default -> "";
        };
    }
}
