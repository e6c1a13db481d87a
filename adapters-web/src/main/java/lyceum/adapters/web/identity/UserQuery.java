package lyceum.adapters.web.identity;

import io.micronaut.http.HttpParameters;
import java.util.Locale;
import java.util.stream.Stream;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.UserId;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** Which accounts to list. */
record UserQuery(@Nullable UserId after, int limit, @Nullable Role role) {

    private static final int DEFAULT_LIMIT = 50;

    static UserQuery of(HttpParameters parameters) {
        var rules = Rules.begin();
        var after = one(parameters, "after", rules);
        var limit = one(parameters, "limit", rules);
        var role = one(parameters, "role", rules);
        rules.require(after == null || after.matches("[0-9a-f]{24}"), "after", "must be one that a list gave as next");
        rules.require(limit == null || limit.matches("[1-9]\\d?|100"), "limit", "must be from 1 to 100");
        rules.require(role == null || known(role), "role", "must be one of student, instructor, admin");
        rules.enforce();
        return new UserQuery(
                after == null ? null : new UserId(after),
                limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit),
                role == null ? null : Role.valueOf(role.toUpperCase(Locale.ROOT)));
    }

    private static boolean known(String role) {
        return Stream.of(Role.values()).anyMatch(each -> each.name().toLowerCase(Locale.ROOT).equals(role));
    }

    private static @Nullable String one(HttpParameters parameters, String name, Rules rules) {
        var values = parameters.getAll(name);
        rules.require(values.size() <= 1, name, "must be given once");
        return values.isEmpty() ? null : values.getFirst();
    }
}
