package lyceum.adapters.web.docs;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import lyceum.adapters.web.json.Json;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as JSON, so that the page's script needs no YAML reader of its own. */
final class Yaml {

    private Yaml() {}

    static Json toJson(byte[] yaml) {
        var loader = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions()));
        return json(loader.load(new ByteArrayInputStream(yaml)));
    }

    private static Json json(@Nullable Object value) {
        return switch (value) {
            case null -> Json.NULL;
            case Map<?, ?> map -> object(map);
            case Collection<?> elements -> Json.array(elements, Yaml::json);
            case Boolean bool -> new Json.Bool(bool);
            case Number number -> Json.number(new BigDecimal(number.toString()));
            default -> Json.text(value.toString());
        };
    }

    private static Json object(Map<?, ?> map) {
        var object = Json.object();
        map.forEach((name, value) -> object.put(String.valueOf(name), json(value)));
        return object.build();
    }
}
