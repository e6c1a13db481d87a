package lyceum.adapters.web.identity;

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
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** Opens accounts, of students: what else somebody is, an admin says. */
@Controller("/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class Registration {

    private final RegisterUser registerUser;
    private final NewPasswords passwords;

    Registration(RegisterUser registerUser, NewPasswords passwords) {
        this.registerUser = registerUser;
        this.passwords = passwords;
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
        Inputs.noted(rules, () -> passwords.chosen("password", password));
        rules.enforce();
        var user = registerUser
                .register(new Email(email), name, passwords.chosen("password", password), Role.STUDENT)
                .orElseThrow(() -> Problem.of(ProblemType.CONFLICT, "The address has an account already.")
                        .asException());
        return HttpResponse.created(JsonWriter.bytes(AccountJson.of(user)))
                .header("Cache-Control", TokenAnswers.PRIVATE);
    }
}
