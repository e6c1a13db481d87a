package lyceum.adapters.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import lyceum.adapters.web.json.Fields;
import lyceum.adapters.web.problem.Bodies;
import lyceum.adapters.web.problem.Problem;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** A name and a password as a client sent them. Their text form hides them. */
record Credentials(String username, String password) {

    /** {@code email} may stand for {@code username}. */
    static Credentials fromJson(byte @Nullable [] body) {
        var rules = Rules.begin();
        var fields = new Fields(Bodies.object(body), rules);
        var email = fields.text("email", "");
        var username = email.isEmpty() ? fields.requiredText("username") : email;
        var password = fields.requiredText("password");
        fields.nothingElse();
        rules.enforce();
        return new Credentials(username, password);
    }

    /** The OAuth2 password form (RFC 6749, 4.3.2): unknown parameters are ignored, and none may be repeated. */
    static Credentials fromForm(byte @Nullable [] body) {
        var rules = Rules.begin();
        var form = decoded(body == null ? "" : new String(body, UTF_8));
        var grant = one(form, "grant_type", rules);
        rules.require(grant == null || grant.equals("password"), "grant_type", "must be password");
        var username = required(form, "username", rules);
        var password = required(form, "password", rules);
        rules.enforce();
        return new Credentials(username, password);
    }

    private static Map<String, List<String>> decoded(String body) {
        try {
            return new QueryStringDecoder(body, UTF_8, false, 50).parameters();
        } catch (IllegalArgumentException malformed) {
            throw Problem.badRequest("body", "must be a form with valid escapes").asException();
        }
    }

    private static String required(Map<String, List<String>> form, String name, Rules rules) {
        var value = one(form, name, rules);
        rules.require(value != null, name, "is required");
        return value == null ? "" : value;
    }

    private static @Nullable String one(Map<String, List<String>> form, String name, Rules rules) {
        var values = form.getOrDefault(name, List.of());
        rules.require(values.size() <= 1, name, "must be given once");
        return values.isEmpty() ? null : values.getFirst();
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
