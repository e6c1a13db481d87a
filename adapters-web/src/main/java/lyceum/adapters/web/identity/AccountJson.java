package lyceum.adapters.web.identity;

import java.util.List;
import java.util.Locale;
import lyceum.adapters.web.json.Json;
import lyceum.application.identity.ReadProfile.Profile;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.User;

/** How accounts and sessions are shown, to themselves and to admins. */
final class AccountJson {

    private AccountJson() {}

    static Json of(User user) {
        return begun(user).build();
    }

    private static Json.ObjectBuilder begun(User user) {
        return Json.object()
                .put("id", user.id().value())
                .put("email", user.email().value())
                .put("name", user.name())
                .put("role", lower(user.role()))
                .put("state", lower(user.state()))
                .put("created_at", user.createdAt().toString());
    }

    static Json of(Profile profile) {
        return begun(profile.user())
                .put("session_id", profile.session().id().value())
                .put("signed_in_at", profile.session().createdAt().toString())
                .build();
    }

    static Json of(List<Session> sessions, SessionId current) {
        return Json.object()
                .put("items", Json.array(sessions, session -> of(session, current)))
                .build();
    }

    private static Json of(Session session, SessionId current) {
        return Json.object()
                .put("id", session.id().value())
                .put("client", session.client())
                .put("created_at", session.createdAt().toString())
                .put("last_seen_at", session.lastSeenAt().toString())
                .put("expires_at", session.expiresAt().toString())
                .put("current", new Json.Bool(session.id().equals(current)))
                .build();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
