package lyceum.adapters.web.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import lyceum.adapters.web.json.Fields;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.problem.Bodies;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.application.identity.EndSessions;
import lyceum.application.identity.ManageAccounts;
import lyceum.application.identity.ManageAccounts.Outcome;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.validation.Rules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What admins do with the accounts of others, each change with a line in the audit log that names nobody but by id. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountAdministration {

    private static final Logger AUDIT = LoggerFactory.getLogger("lyceum.audit");

    /** What a change may set; to delete is another request. */
    private enum Settable {
        ACTIVE, DISABLED;

        AccountState state() {
            return AccountState.valueOf(name());
        }
    }

    private final ManageAccounts accounts;
    private final EndSessions endings;

    AccountAdministration(ManageAccounts accounts, EndSessions endings) {
        this.accounts = accounts;
        this.endings = endings;
    }

    @Get("/users")
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        var query = UserQuery.of(request.getParameters());
        var found = accounts.list(query.after(), query.limit() + 1, query.role());
        var shown = found.stream().limit(query.limit()).toList();
        return TokenAnswers.privately(Json.object()
                .put("items", Json.array(shown, AccountJson::of))
                .put("next", found.size() > shown.size() ? shown.getLast().id().value() : null)
                .build());
    }

    @Get("/users/{user_id}")
    HttpResponse<byte[]> one(@PathVariable("user_id") String text) {
        return shown(accounts.find(AccountIds.user("user_id", text)));
    }

    @Patch("/users/{user_id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    HttpResponse<byte[]> change(Actor actor, @PathVariable("user_id") String text, @Body byte @Nullable [] body) {
        var id = AccountIds.user("user_id", text);
        var rules = Rules.begin();
        var object = Bodies.object(body);
        var fields = new Fields(object, rules);
        var role = object.get("role") == null ? null : fields.requiredChoice("role", Role.class);
        var state = object.get("state") == null ? null : fields.requiredChoice("state", Settable.class).state();
        fields.nothingElse();
        rules.enforce();
        return changed(actor, "role " + role + ", state " + state, id, accounts.change(id, role, state));
    }

    @Delete("/users/{user_id}")
    HttpResponse<byte[]> delete(Actor actor, @PathVariable("user_id") String text) {
        var id = AccountIds.user("user_id", text);
        changed(actor, "deleted", id, accounts.delete(id));
        return TokenAnswers.nothing();
    }

    @Delete("/users/{user_id}/sessions")
    HttpResponse<byte[]> endSessions(Actor actor, @PathVariable("user_id") String text) {
        var id = AccountIds.user("user_id", text);
        changed(actor, "signed out everywhere", id, accounts.endSessions(id));
        return TokenAnswers.nothing();
    }

    /** Everybody's, the sender's too. */
    @Delete("/sessions")
    HttpResponse<byte[]> endEverybodys(Actor actor) {
        endings.endEverybodys();
        AUDIT.info("everybody was signed out by {}", actor.id());
        return TokenAnswers.nothing();
    }

    private static HttpResponse<byte[]> changed(Actor actor, String change, UserId id, Outcome outcome) {
        if (outcome instanceof Outcome.Changed) {
            AUDIT.info("account {}: {} by {}", id, change, actor.id());
        }
        return shown(outcome);
    }

    private static HttpResponse<byte[]> shown(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed(User user) -> TokenAnswers.privately(AccountJson.of(user));
            case Outcome.NotFound _ -> throw Problem.of(ProblemType.NOT_FOUND).asException();
            case Outcome.LastAdmin _ -> throw Problem.of(
                    ProblemType.CONFLICT, "This is the last active administrator.")
                    .asException();
            case Outcome.Busy _ -> throw Problem.unavailable("The account keeps changing.").asException();
        };
    }
}
