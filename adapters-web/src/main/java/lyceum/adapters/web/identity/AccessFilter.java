package lyceum.adapters.web.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.IdentityHashMap;
import lyceum.adapters.web.identity.AccessRules.Access;
import lyceum.adapters.web.identity.AccessRules.Rule;
import lyceum.adapters.web.problem.BrokenRequests;
import lyceum.domain.identity.Actor;

/** Lets a request through to its route, or not. A public route costs one look into a table made at the start. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessFilter {

    static final String ACTOR = "lyceum.actor";

    private final IdentityHashMap<RouteInfo<?>, Access> rules = new IdentityHashMap<>();
    private final AccessTokens tokens;

    AccessFilter(Router router, AccessTokens tokens) {
        this.tokens = tokens;
        router.uriRoutes().forEach(route -> rules.put(route, access(route)));
    }

    private static Access access(UriRouteInfo<?, ?> route) {
        return AccessRules.of(route.getHttpMethod(), route.getUriMatchTemplate().toPathString())
                .map(Rule::access)
                .orElse(Access.ADMINS);
    }

    @RequestFilter
    void admit(HttpRequest<?> request) {
        BrokenRequests.problem(request).ifPresent(problem -> {
            throw problem.asException();
        });
        var route = RouteAttributes.getRouteInfo(request).orElse(null);
        if (route == null) {
            return;
        }
        var access = rules.getOrDefault(route, Access.ADMINS);
        if (access != Access.EVERYBODY) {
            request.setAttribute(ACTOR, admitted(request, access));
        }
    }

    private Actor admitted(HttpRequest<?> request, Access access) {
        var actor = tokens.actor(request).orElseThrow(() -> Challenges.noToken().asException());
        if (!access.admits(actor.role())) {
            throw Challenges.insufficient().asException();
        }
        return actor;
    }
}
