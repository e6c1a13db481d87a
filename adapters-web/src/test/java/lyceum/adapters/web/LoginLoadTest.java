package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.application.identity.Password;
import lyceum.application.identity.RegisterUser;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LoginLoadTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestServer server = new TestServer();

    @BeforeEach
    void register() {
        var password = new Password("correct horse & +battery");
        var ada = server.bean(RegisterUser.class).register(new Email("ada@example.org"), "Ada", password, Role.ADMIN);
        assertThat(ada).isPresent();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void loginsDoNotHoldUpReads() throws InterruptedException {
        server.world.courses.insert(Courses.course(1).build());
        login("ada@example.org", "wrong").expectProblem(401);
        assertThat(server.world.hasher.callers()).hasSize(2);
        var logins = 20;
        server.world.hasher.close(logins);
        var threads = new ArrayList<Thread>();
        var statuses = new ConcurrentLinkedQueue<Integer>();
        for (var i = 0; i < logins; i++) {
            threads.add(Thread.ofVirtual().start(() -> statuses.add(login("ada@example.org", "wrong").status())));
        }
        server.world.hasher.awaitArrivals();
        for (var i = 0; i < 50; i++) {
            server.get("/courses/" + Courses.id(1)).expect(200);
            server.get("/courses?page=" + (i + 1)).expect(200);
        }
        assertThat(statuses).isEmpty();
        server.world.hasher.open();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(statuses).hasSize(logins).containsOnly(401, 503).contains(401);
        assertThat(server.world.hasher.callers()).hasSize(2 + logins);
        assertThat(server.world.hasher.callers().stream().skip(1)).allMatch(Thread::isVirtual);
    }

    private Reply login(String name, String password) {
        return server.send(
                "POST", "/auth/login", "username=" + name + "&password=" + password, "Content-Type", FORM);
    }
}
