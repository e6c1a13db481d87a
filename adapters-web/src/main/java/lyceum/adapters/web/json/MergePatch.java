package lyceum.adapters.web.json;

import java.util.LinkedHashMap;

/** JSON merge patch (RFC 7396). */
public final class MergePatch {

    private MergePatch() {}

    public static Json apply(Json target, Json patch) {
        return patch instanceof Json.Obj changes ? merge(target, changes) : patch;
    }

    public static Json.Obj merge(Json target, Json.Obj changes) {
        var members = new LinkedHashMap<String, Json>();
        if (target instanceof Json.Obj object) {
            members.putAll(object.members());
        }
        changes.members().forEach((name, change) -> {
            if (change instanceof Json.Null) {
                members.remove(name);
            } else {
                members.put(name, apply(members.getOrDefault(name, Json.NULL), change));
            }
        });
        return new Json.Obj(members);
    }
}
