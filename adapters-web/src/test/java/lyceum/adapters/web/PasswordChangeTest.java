package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.application.identity.Password;
import lyceum.application.identity.RegisterUser;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The account changes while its password is compared. */
@Timeout(60)
final class PasswordChangeTest {

    private static final String PASSWORD = "correct horse battery";

    private final TestServer server = new TestServer();
    private final User ann = server.bean(RegisterUser.class)
            .register(new Email("ann@example.org"), "Ann", new Password(PASSWORD), Role.STUDENT)
            .orElseThrow();

    @AfterEach
    void stop() {
        server.world.hasher.releaseTurns();
        server.close();
    }

    private Reply changedWhile(UnaryOperator<User> change) throws InterruptedException {
        var token = server.token(ann.id(), ann.role());
        server.world.hasher.holdTurns(1);
        var reply = CompletableFuture.supplyAsync(() -> changed(token), Thread::startVirtualThread);
        server.world.hasher.awaitTurns();
        assertThat(server.world.users.replace(change.apply(ann), ann.version())).isTrue();
        server.world.hasher.releaseTurns();
        return reply.join();
    }

    private Reply changed(String token) {
        var body = "{\"current_password\": \"%s\", \"new_password\": \"another password\"}".formatted(PASSWORD);
        return server.send("PUT", "/auth/password", body, "Authorization", "Bearer " + token);
    }

    @Test
    void anAdminsChangeStaysAndSoDoesThePassword() throws InterruptedException {
        changedWhile(user -> user.withRole(Role.INSTRUCTOR)).expect(200);
        assertThat(server.world.users.find(ann.id()).orElseThrow().role()).isEqualTo(Role.INSTRUCTOR);
        var body = "{\"username\": \"ann@example.org\", \"password\": \"another password\"}";
        server.send("POST", "/auth/login", body).expect(200);
    }

    @Test
    void anAccountThatIsDisabledHasNoTokenThatCounts() throws InterruptedException {
        var reply = changedWhile(user -> user.withState(AccountState.DISABLED)).expectProblem(401);
        assertThat(reply.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }
}
