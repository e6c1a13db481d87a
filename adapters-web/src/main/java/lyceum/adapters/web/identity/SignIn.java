package lyceum.adapters.web.identity;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Locale;
import java.util.Optional;
import lyceum.adapters.web.json.Fields;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.adapters.web.problem.Bodies;
import lyceum.adapters.web.problem.Inputs;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.application.identity.LogIn;
import lyceum.application.identity.Password;
import lyceum.application.identity.RegisterUser;
import lyceum.application.identity.TokenPair;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.validation.InvalidInput;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** Opens accounts and exchanges passwords for tokens, away from the event loop: hashing takes its time. */
@Controller("/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignIn {

    /** Making one hashes a password, and controllers are made on the event loop: hence only when it is used. */
    private final BeanProvider<LogIn> logIn;

    private final RegisterUser registerUser;

    SignIn(BeanProvider<LogIn> logIn, RegisterUser registerUser) {
        this.logIn = logIn;
        this.registerUser = registerUser;
    }

    @Post("/login")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    HttpResponse<byte[]> logIn(HttpRequest<?> request, @Body byte @Nullable [] body) {
        var form = request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
                .isPresent();
        var credentials = form ? Credentials.fromForm(body) : Credentials.fromJson(body);
        var tokens = email(credentials.username())
                .flatMap(email -> logIn.get().logIn(email, credentials.password()))
                .orElseThrow(() -> Challenges.wrongPassword().asException());
        return HttpResponse.ok(json(tokens)).header("Cache-Control", "no-store");
    }

    /** What is no address has no account. */
    private static Optional<Email> email(String username) {
        try {
            return Optional.of(new Email(username));
        } catch (InvalidInput noAddress) {
            return Optional.empty();
        }
    }

    private static byte[] json(TokenPair tokens) {
        return JsonWriter.bytes(Json.object()
                .put("access_token", tokens.access().value())
                .put("refresh_token", tokens.refreshToken())
                .put("token_type", "bearer")
                .put("expires_in", tokens.access().lifetime().toSeconds())
                .build());
    }

    @Post("/register")
    HttpResponse<byte[]> register(@Body byte @Nullable [] body) {
        var rules = Rules.begin();
        var fields = new Fields(Bodies.object(body), rules);
        var email = fields.requiredText("email");
        var password = fields.requiredText("password");
        var name = fields.requiredText("name");
        rules.line("name", name, 1, 120);
        fields.nothingElse();
        Inputs.noted(rules, () -> new Email(email));
        Inputs.noted(rules, () -> new Password(password));
        rules.enforce();
        var user = registerUser
                .register(new Email(email), name, new Password(password), Role.STUDENT)
                .orElseThrow(() -> Problem.of(ProblemType.CONFLICT, "The address has an account already.")
                        .asException());
        return HttpResponse.created(json(user)).header("Cache-Control", "no-store");
    }

    private static byte[] json(User user) {
        return JsonWriter.bytes(Json.object()
                .put("id", user.id().value())
                .put("email", user.email().value())
                .put("name", user.name())
                .put("role", user.role().name().toLowerCase(Locale.ROOT))
                .build());
    }
}
