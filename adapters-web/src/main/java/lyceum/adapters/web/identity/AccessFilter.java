package lyceum.adapters.web.identity;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.IdentityHashMap;
import java.util.concurrent.CompletionStage;
import lyceum.adapters.web.identity.AccessRules.Access;
import lyceum.adapters.web.identity.AccessRules.Rule;
import lyceum.adapters.web.problem.BrokenRequests;
import lyceum.adapters.web.problem.Problem;

/**
 * Lets a request through to its route, or not. A public route costs one look into a table made at the start; any other one more
 * look at the token and into memory, unless the store must be asked.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessFilter {

    static final String BEARER = "lyceum.bearer";

    private final IdentityHashMap<RouteInfo<?>, Access> rules = new IdentityHashMap<>();
    private final AccessTokens tokens;
    private final Admission admission;

    AccessFilter(Router router, AccessTokens tokens, Admission admission) {
        this.tokens = tokens;
        this.admission = admission;
        router.uriRoutes().forEach(route -> rules.put(route, access(route)));
    }

    private static Access access(UriRouteInfo<?, ?> route) {
        return AccessRules.of(route.getHttpMethod(), route.getUriMatchTemplate().toPathString())
                .map(Rule::access)
                .orElse(Access.ADMINS);
    }

    /** The request goes on when the stage completes, which it mostly has. */
    @RequestFilter
    CompletionStage<HttpRequest<?>> admit(HttpRequest<?> request) {
        BrokenRequests.problem(request).ifPresent(problem -> {
            throw problem.asException();
        });
        var route = RouteAttributes.getRouteInfo(request).orElse(null);
        var access = route == null ? Access.EVERYBODY : rules.getOrDefault(route, Access.ADMINS);
        return access == Access.EVERYBODY ? completedStage(request) : admit(request, access);
    }

    private CompletionStage<HttpRequest<?>> admit(HttpRequest<?> request, Access access) {
        var claims = tokens.claims(request).orElseThrow(() -> Challenges.noToken().asException());
        var known = admission.known(claims);
        if (known != null) {
            pass(request, access, known);
            return completedStage(request);
        }
        return admission.asked(claims).thenApply(bearer -> {
            pass(request, access, bearer);
            return request;
        });
    }

    private static void pass(HttpRequest<?> request, Access access, Bearer bearer) {
        if (!access.admits(bearer.actor().role())) {
            throw Problem.forbidden("This account's role may not do that.").asException();
        }
        request.setAttribute(BEARER, bearer);
    }
}
