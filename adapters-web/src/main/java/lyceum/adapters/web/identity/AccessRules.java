package lyceum.adapters.web.identity;

import static io.micronaut.http.HttpMethod.DELETE;
import static io.micronaut.http.HttpMethod.GET;
import static io.micronaut.http.HttpMethod.PATCH;
import static io.micronaut.http.HttpMethod.POST;
import static io.micronaut.http.HttpMethod.PUT;

import io.micronaut.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import lyceum.domain.identity.Role;

/** Who may call what. Whose course it is decides the use case; a route that is not listed is for admins. */
public final class AccessRules {

    public enum Access {
        /** Nobody asks who it is. */
        EVERYBODY,
        ACCOUNTS,
        AUTHORS,
        ADMINS;

        boolean admits(Role role) {
            return switch (this) {
                case EVERYBODY, ACCOUNTS -> true;
                case AUTHORS -> role != Role.STUDENT;
                case ADMINS -> role == Role.ADMIN;
            };
        }
    }

    public record Rule(HttpMethod method, String path, Access access) {}

    private static final String COURSE = "/courses/{course_id}";
    private static final String MODULE = COURSE + "/modules/{module_id}";
    private static final String LESSON = MODULE + "/lessons/{lesson_id}";

    public static final List<Rule> TABLE = List.of(
            new Rule(GET, "/", Access.EVERYBODY),
            new Rule(GET, "/docs", Access.EVERYBODY),
            new Rule(GET, "/docs/{file}", Access.EVERYBODY),
            new Rule(GET, "/openapi.yaml", Access.EVERYBODY),
            new Rule(GET, "/openapi.json", Access.EVERYBODY),
            new Rule(GET, "/.well-known/jwks.json", Access.EVERYBODY),
            new Rule(GET, "/health", Access.EVERYBODY),
            new Rule(GET, "/health/liveness", Access.EVERYBODY),
            new Rule(GET, "/health/readiness", Access.EVERYBODY),
            new Rule(POST, "/auth/register", Access.EVERYBODY),
            new Rule(POST, "/auth/login", Access.EVERYBODY),
            new Rule(POST, "/auth/refresh", Access.EVERYBODY),
            new Rule(POST, "/auth/revoke", Access.EVERYBODY),
            new Rule(DELETE, "/auth/logout", Access.ACCOUNTS),
            new Rule(GET, "/auth/me", Access.ACCOUNTS),
            new Rule(GET, "/auth/sessions", Access.ACCOUNTS),
            new Rule(DELETE, "/auth/sessions/{session_id}", Access.ACCOUNTS),
            new Rule(PUT, "/auth/password", Access.ACCOUNTS),
            new Rule(GET, "/users", Access.ADMINS),
            new Rule(GET, "/users/{user_id}", Access.ADMINS),
            new Rule(PATCH, "/users/{user_id}", Access.ADMINS),
            new Rule(DELETE, "/users/{user_id}", Access.ADMINS),
            new Rule(DELETE, "/users/{user_id}/sessions", Access.ADMINS),
            new Rule(DELETE, "/sessions", Access.ADMINS),
            new Rule(GET, "/courses", Access.EVERYBODY),
            new Rule(GET, COURSE, Access.EVERYBODY),
            new Rule(GET, COURSE + "/modules", Access.EVERYBODY),
            new Rule(GET, MODULE, Access.EVERYBODY),
            new Rule(GET, MODULE + "/lessons", Access.EVERYBODY),
            new Rule(GET, LESSON, Access.EVERYBODY),
            new Rule(POST, "/courses", Access.AUTHORS),
            new Rule(PUT, COURSE, Access.AUTHORS),
            new Rule(PATCH, COURSE, Access.AUTHORS),
            new Rule(DELETE, COURSE, Access.AUTHORS),
            new Rule(POST, COURSE + "/modules", Access.AUTHORS),
            new Rule(PUT, MODULE, Access.AUTHORS),
            new Rule(PATCH, MODULE, Access.AUTHORS),
            new Rule(DELETE, MODULE, Access.AUTHORS),
            new Rule(POST, MODULE + "/lessons", Access.AUTHORS),
            new Rule(PUT, LESSON, Access.AUTHORS),
            new Rule(PATCH, LESSON, Access.AUTHORS),
            new Rule(DELETE, LESSON, Access.AUTHORS),
            new Rule(POST, "/courses/import", Access.ADMINS),
            new Rule(GET, "/courses/imports", Access.ADMINS),
            new Rule(GET, "/courses/export", Access.ADMINS),
            new Rule(GET, "/cache/stats", Access.EVERYBODY),
            new Rule(DELETE, "/cache/invalidate", Access.ADMINS),
            new Rule(DELETE, "/cache/invalidate/{course_id}", Access.ADMINS));

    private AccessRules() {}

    /** The rule of a route; a HEAD is asked for like its GET. */
    public static Optional<Rule> of(HttpMethod method, String path) {
        var asked = method == HttpMethod.HEAD ? GET : method;
        return TABLE.stream()
                .filter(rule -> rule.method() == asked && rule.path().equals(path))
                .findFirst();
    }
}
