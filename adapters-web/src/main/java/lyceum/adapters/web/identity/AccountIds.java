package lyceum.adapters.web.identity;

import java.util.function.Function;
import lyceum.adapters.web.problem.Problem;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.UserId;

/** Ids in addresses. */
final class AccountIds {

    private AccountIds() {}

    static SessionId session(String text) {
        return parsed("session_id", text, SessionId::new);
    }

    static UserId user(String field, String text) {
        return parsed(field, text, UserId::new);
    }

    private static <T> T parsed(String field, String text, Function<String, T> make) {
        try {
            return make.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.badRequest(field, "must be 24 hexadecimal digits in lower case").asException();
        }
    }
}
