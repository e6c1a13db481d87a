package lyceum.adapters.web.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import lyceum.adapters.web.json.Fields;
import lyceum.adapters.web.problem.Bodies;
import lyceum.adapters.web.problem.Inputs;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.application.identity.ChangePassword;
import lyceum.application.identity.EndSessions;
import lyceum.application.identity.NewPasswords;
import lyceum.application.identity.ReadProfile;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** What everybody does with their own account. */
@Controller("/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OwnAccount {

    private final ReadProfile profiles;
    private final EndSessions endings;
    private final ChangePassword changePassword;
    private final NewPasswords passwords;
    private final Clients clients;

    OwnAccount(
            ReadProfile profiles,
            EndSessions endings,
            ChangePassword changePassword,
            NewPasswords passwords,
            Clients clients) {
        this.profiles = profiles;
        this.endings = endings;
        this.changePassword = changePassword;
        this.passwords = passwords;
        this.clients = clients;
    }

    @Get("/sessions")
    HttpResponse<byte[]> sessions(Bearer bearer) {
        var sessions = profiles.sessions(bearer.actor().id());
        return TokenAnswers.privately(AccountJson.of(sessions, bearer.claims().session()));
    }

    @Delete("/sessions/{session_id}")
    HttpResponse<byte[]> end(Bearer bearer, @PathVariable("session_id") String text) {
        if (!endings.endOwn(bearer.actor().id(), AccountIds.session(text))) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return TokenAnswers.nothing();
    }

    /** The tokens of a new session: all others have ended. */
    @Put("/password")
    HttpResponse<byte[]> changePassword(HttpRequest<?> request, Bearer bearer, @Body byte @Nullable [] body) {
        var rules = Rules.begin();
        var fields = new Fields(Bodies.object(body), rules);
        var current = fields.requiredText("current_password");
        var next = fields.requiredText("new_password");
        fields.nothingElse();
        Inputs.noted(rules, () -> passwords.chosen("new_password", next));
        rules.enforce();
        var chosen = passwords.chosen("new_password", next);
        return TokenAnswers.of(changePassword.change(bearer.actor(), current, chosen, clients.of(request)));
    }
}
