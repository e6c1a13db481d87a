package lyceum.adapters.web.course;

import java.util.LinkedHashMap;
import java.util.Set;
import lyceum.adapters.web.json.Json;
import lyceum.domain.validation.Rules;

/** Members that are shown but not written. A client may send back what it got, so that get, modify, put just works. */
final class ReadOnly {

    static final Set<String> OF_COURSE = Set.of(
            "id", "version", "created_at", "updated_at", "rating_average", "rating_count", "enrollment_count");

    /** A module's or lesson's position is written where it is addressed by itself. */
    static final Set<String> OF_PART = Set.of("id");

    private ReadOnly() {}

    /** What is left to be written once every read-only member is found unchanged. */
    static Json.Obj checked(Set<String> names, Json.Obj written, Json.Obj current, Rules rules) {
        var rest = new LinkedHashMap<>(written.members());
        for (var name : names) {
            var value = rest.remove(name);
            var shown = current.get(name);
            rules.require(value == null || (shown != null && Json.same(value, shown)), name, "is read-only");
        }
        return new Json.Obj(rest);
    }

    static Json.Obj without(Set<String> names, Json.Obj object) {
        var rest = new LinkedHashMap<>(object.members());
        rest.keySet().removeAll(names);
        return new Json.Obj(rest);
    }
}
