package lyceum.adapters.web.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import lyceum.adapters.web.json.Fields;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.adapters.web.problem.Bodies;
import lyceum.adapters.web.problem.Inputs;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.application.identity.NewPasswords;
import lyceum.application.identity.RegisterUser;
import lyceum.application.identity.RegistrationOutcome;
import lyceum.domain.identity.Email;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** Opens accounts, of students: what else somebody is, an admin says. */
@Controller("/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class Registration {

    private final RegisterUser registerUser;
    private final NewPasswords passwords;
    private final Clients clients;

    Registration(RegisterUser registerUser, NewPasswords passwords, Clients clients) {
        this.registerUser = registerUser;
        this.passwords = passwords;
        this.clients = clients;
    }

    @Post("/register")
    HttpResponse<byte[]> register(HttpRequest<?> request, @Body byte @Nullable [] body) {
        var rules = Rules.begin();
        var fields = new Fields(Bodies.object(body), rules);
        var email = fields.requiredText("email");
        var password = fields.requiredText("password");
        var name = fields.requiredText("name");
        rules.line("name", name, 1, 120);
        fields.nothingElse();
        Inputs.noted(rules, () -> new Email(email));
        Inputs.noted(rules, () -> passwords.chosen("password", password));
        rules.enforce();
        var chosen = passwords.chosen("password", password);
        var address = clients.of(request).address();
        return answer(registerUser.registerStudent(new Email(email), name, chosen, address));
    }

    private static HttpResponse<byte[]> answer(RegistrationOutcome outcome) {
        return switch (outcome) {
            case RegistrationOutcome.Opened(var user, var left, var pause) -> {
                var response = HttpResponse.created(JsonWriter.bytes(AccountJson.of(user)))
                        .header("Cache-Control", TokenAnswers.PRIVATE);
                RateLimit.REGISTER.headers(left, pause).forEach(response::header);
                yield response;
            }
            case RegistrationOutcome.Taken(var left, var pause) -> throw Problem.of(
                    ProblemType.CONFLICT, "The address has an account already.")
                    .with(RateLimit.REGISTER.headers(left, pause))
                    .asException();
            case RegistrationOutcome.TooMany(var pause) -> throw Challenges.tooMany("registrations", pause)
                    .with(RateLimit.REGISTER.headers(0, pause))
                    .asException();
        };
    }
}
