package lyceum.adapters.web.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.adapters.web.json.Fields;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.problem.Bodies;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to get tokens: a JSON object, or a form as OAuth 2.0 has it (RFC 6749, 4.3.2 and 6), in which unknown
 * parameters are ignored and none may be repeated.
 */
final class Parameters {

    private final Rules rules = Rules.begin();
    private final boolean form;
    private final Set<String> repeated = new HashSet<>();
    private final Fields fields;

    private Parameters(boolean form, byte @Nullable [] body) {
        this.form = form;
        this.fields = new Fields(form ? object(FormBody.parameters(body)) : Bodies.object(body), rules);
    }

    static Parameters of(HttpRequest<?> request, byte @Nullable [] body) {
        var form = request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
                .isPresent();
        return new Parameters(form, body);
    }

    private Json.Obj object(Map<String, List<String>> parameters) {
        var object = Json.object();
        parameters.forEach((name, values) -> {
            object.put(name, values.getFirst());
            if (values.size() > 1) {
                repeated.add(name);
            }
        });
        return object.build();
    }

    String required(String name) {
        once(name);
        return fields.requiredText(name);
    }

    /** Empty if it is left out. */
    String optional(String name) {
        once(name);
        return fields.text(name, "");
    }

    private void once(String name) {
        rules.require(!repeated.contains(name), name, "must be given once");
    }

    /** A form may say what it is for, and then it must be this. */
    void grantType(String expected) {
        if (form) {
            once("grant_type");
            rules.require(fields.text("grant_type", expected).equals(expected), "grant_type", "must be " + expected);
        }
    }

    /** All has been read. */
    void end() {
        if (!form) {
            fields.nothingElse();
        }
        rules.enforce();
    }
}
