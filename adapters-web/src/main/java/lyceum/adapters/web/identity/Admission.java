package lyceum.adapters.web.identity;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import lyceum.application.identity.Presence;
import lyceum.application.identity.Standing;
import lyceum.application.identity.Verdict;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request. A token that is good by itself counts if nothing that it depends on was revoked; memory knows that on the
 * spot, as long as it is synchronised, and otherwise the store is asked, away from the event loop.
 */
@Singleton
public final class Admission {

    private final AccessTokens tokens;
    private final Standing standing;
    private final Presence presence;
    private final ExecutorService blocking;

    Admission(
            AccessTokens tokens,
            Standing standing,
            Presence presence,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.tokens = tokens;
        this.standing = standing;
        this.presence = presence;
        this.blocking = blocking;
    }

    /** The sender, where memory can tell; null where the store must be asked. */
    @Nullable
    Bearer known(AccessClaims claims) {
        return switch (standing.known(claims)) {
            case Verdict.Unknown _ -> null;
            case Verdict verdict -> bearer(claims, verdict);
        };
    }

    /** The sender, by the store. */
    CompletionStage<Bearer> asked(AccessClaims claims) {
        return supplyAsync(() -> bearer(claims, standing.asked(claims)), blocking);
    }

    private Bearer bearer(AccessClaims claims, Verdict verdict) {
        if (verdict instanceof Verdict.Admitted(var actor)) {
            presence.note(claims);
            return new Bearer(actor, claims);
        }
        throw Challenges.invalidToken().asException();
    }

    /**
     * The sender of a request to a public route; empty if it carries no token.
     *
     * @throws lyceum.adapters.web.problem.ProblemException at once or in the stage, if it carries one that does not count
     */
    public CompletionStage<Optional<Actor>> sender(HttpRequest<?> request) {
        var claims = tokens.claims(request).orElse(null);
        if (claims == null) {
            return completedStage(Optional.empty());
        }
        var known = known(claims);
        return (known != null ? completedStage(known) : asked(claims)).thenApply(bearer -> Optional.of(bearer.actor()));
    }

    /** The sender, if a token says so and memory knows that it counts. */
    public Optional<Actor> knownSender(HttpRequest<?> request) {
        return tokens.knownClaims(request)
                .map(standing::known)
                .flatMap(verdict -> verdict instanceof Verdict.Admitted(var actor)
                        ? Optional.of(actor)
                        : Optional.empty());
    }
}
