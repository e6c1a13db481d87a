package lyceum.adapters.mongo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** How a server means to find something. */
final class Plan {

    private Plan() {}

    /** Of the plan that won, and of what it's made of. */
    static Set<String> stages(Document explanation) {
        var stages = new HashSet<String>();
        collect(explanation.getEmbedded(List.of("queryPlanner", "winningPlan"), Document.class), stages);
        return stages;
    }

    private static void collect(Object plan, Set<String> stages) {
        if (plan instanceof List<?> parts) {
            parts.forEach(part -> collect(part, stages));
        } else if (plan instanceof Document document) {
            if (document.get("stage") instanceof String stage) {
                stages.add(stage);
            }
            document.values().forEach(part -> collect(part, stages));
        }
    }
}
