package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** Holds the statistics to their description. */
final class StatisticsTest {

    private final TestServer server = new TestServer();
    private final Map<String, Json> schemas =
            members(object(server.get("/openapi.json").json().get("components")), "schemas");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theyAreWhatIsDescribed() {
        server.get("/courses");
        checkEach(server.get("/cache/stats").json(), object(schemas.get("CacheStats")));
    }

    /** That every object has what is required and nothing that is not described, to whatever depth. */
    private void checkEach(@Nullable Json shown, Json.Obj schema) {
        if (schema.get("$ref") instanceof Json.Text(var reference)) {
            checkEach(shown, object(schemas.get(reference.substring(reference.lastIndexOf('/') + 1))));
        } else if (shown instanceof Json.Arr(var elements)) {
            assertThat(elements).isNotEmpty().allSatisfy(each -> checkEach(each, object(schema.get("items"))));
        } else if (shown instanceof Json.Obj(var members)) {
            assertThat(members.keySet()).containsAll(required(schema));
            var described = members(schema, "properties");
            members.forEach((name, value) -> checkEach(
                    value, object(described.getOrDefault(name, schema.get("additionalProperties")))));
        }
    }

    private static List<String> required(Json.Obj schema) {
        return schema.get("required") instanceof Json.Arr(var names)
                ? names.stream().map(name -> ((Json.Text) name).value()).toList()
                : List.of();
    }

    private static Map<String, Json> members(Json.Obj parent, String name) {
        return parent.get(name) instanceof Json.Obj(var members) ? members : Map.of();
    }

    private static Json.Obj object(@Nullable Json schema) {
        assertThat(schema).isInstanceOf(Json.Obj.class);
        return schema instanceof Json.Obj object ? object : Json.object().build();
    }
}
