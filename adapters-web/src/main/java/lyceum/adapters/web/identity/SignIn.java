package lyceum.adapters.web.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HexFormat;
import lyceum.application.Digests;
import lyceum.application.identity.EndSessions;
import lyceum.application.identity.LogIn;
import lyceum.application.identity.RefreshSession;
import lyceum.domain.identity.Email;
import lyceum.domain.validation.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Gives tokens and takes them back, away from the event loop: hashing takes its time, and so do stores. */
@Controller("/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignIn {

    private final LogIn logIn;
    private final RefreshSession refreshSession;
    private final EndSessions endings;
    private final AccessTokens tokens;
    private final Clients clients;

    SignIn(
            LogIn logIn,
            RefreshSession refreshSession,
            EndSessions endings,
            AccessTokens tokens,
            Clients clients) {
        this.logIn = logIn;
        this.refreshSession = refreshSession;
        this.endings = endings;
        this.tokens = tokens;
        this.clients = clients;
    }

    /** In JSON {@code email} may stand for {@code username}. */
    @Post("/login")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    HttpResponse<byte[]> logIn(HttpRequest<?> request, @Body byte @Nullable [] body) {
        var parameters = Parameters.of(request, body);
        parameters.grantType("password");
        var email = parameters.optional("email");
        var username = email.isEmpty() ? parameters.required("username") : email;
        var password = parameters.required("password");
        parameters.end();
        return TokenAnswers.of(logIn.logIn(email(username), password, clients.of(request)));
    }

    /** What is no address has no account, and stands for an address that can have none: its answer must not come sooner. */
    private static Email email(String username) {
        try {
            return new Email(username);
        } catch (InvalidInput noAddress) {
            var name = HexFormat.of().formatHex(Digests.sha256(username), 0, 16);
            return new Email(name + "@nobody.invalid");
        }
    }

    @Post("/refresh")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    HttpResponse<byte[]> refresh(HttpRequest<?> request, @Body byte @Nullable [] body) {
        var parameters = Parameters.of(request, body);
        parameters.grantType("refresh_token");
        var token = parameters.required("refresh_token");
        parameters.end();
        return TokenAnswers.of(refreshSession
                .refresh(token)
                .orElseThrow(() -> Challenges.invalidRefreshToken().asException()));
    }

    @Delete("/logout")
    HttpResponse<byte[]> logOut(Bearer bearer) {
        endings.end(bearer.claims().session());
        return TokenAnswers.nothing();
    }

    /** RFC 7009: a refresh token takes its session along, an access token goes alone, and what is neither is gone already. */
    @Post("/revoke")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    HttpResponse<byte[]> revoke(HttpRequest<?> request, @Body byte @Nullable [] body) {
        var parameters = Parameters.of(request, body);
        var token = parameters.required("token");
        var _ = parameters.optional("token_type_hint");
        parameters.end();
        tokens.verified(token).ifPresentOrElse(endings::revoke, () -> refreshSession.revoke(token));
        return HttpResponse.<byte[]>ok().header("Cache-Control", TokenAnswers.PRIVATE);
    }
}
