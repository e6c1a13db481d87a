package lyceum.adapters.web.identity;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemException;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.application.identity.ChangePassword;
import lyceum.application.identity.SignInOutcome;
import lyceum.application.identity.TokenPair;
import lyceum.domain.validation.Violation;

/** What those who sign in are told. Nothing of it may be kept by anything in between. */
final class TokenAnswers {

    static final String PRIVATE = "private, no-store";

    private TokenAnswers() {}

    static HttpResponse<byte[]> of(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.SignedIn(var tokens) -> limited(of(tokens), outcome);
            case SignInOutcome.Denied _ -> throw refusal(Challenges.wrongPassword(), outcome);
            case SignInOutcome.TooMany(var pause) ->
                throw refusal(Challenges.tooMany("attempts to sign in", pause), outcome);
        };
    }

    private static HttpResponse<byte[]> limited(MutableHttpResponse<byte[]> response, SignInOutcome outcome) {
        LoginLimits.headers(outcome).forEach(response::header);
        return response;
    }

    private static ProblemException refusal(Problem problem, SignInOutcome outcome) {
        return problem.with(LoginLimits.headers(outcome)).asException();
    }

    /** Whoever asks had a token that counts: unless the account has gone since, what is wrong is their input. */
    static HttpResponse<byte[]> of(ChangePassword.Outcome outcome) {
        return switch (outcome) {
            case ChangePassword.Outcome.Tried(SignInOutcome.Denied denied) -> {
                var wrong = new Violation("current_password", "must be the account's password");
                throw refusal(Problem.invalid(ProblemType.INVALID_INPUT, List.of(wrong)), denied);
            }
            case ChangePassword.Outcome.Tried(var tried) -> of(tried);
            case ChangePassword.Outcome.Gone _ -> throw Challenges.invalidToken().asException();
            case ChangePassword.Outcome.Busy _ ->
                throw Problem.unavailable("The account keeps changing.").asException();
        };
    }

    /** As RFC 6749, 5.1. */
    static MutableHttpResponse<byte[]> of(TokenPair tokens) {
        return privately(Json.object()
                .put("access_token", tokens.access().value())
                .put("refresh_token", tokens.refreshToken())
                .put("token_type", "bearer")
                .put("expires_in", tokens.access().lifetime().toSeconds())
                .build());
    }

    static MutableHttpResponse<byte[]> privately(Json json) {
        return HttpResponse.ok(JsonWriter.bytes(json)).header("Cache-Control", PRIVATE);
    }

    static HttpResponse<byte[]> nothing() {
        return HttpResponse.<byte[]>noContent().header("Cache-Control", PRIVATE);
    }
}
