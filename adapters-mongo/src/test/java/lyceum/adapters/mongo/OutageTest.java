package lyceum.adapters.mongo;

import static lyceum.contract.SessionFixture.grant;
import static lyceum.contract.SessionFixture.session;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.bwaldvogel.mongo.MongoServer;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.course.SortBy;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.RevocationFeed.Position;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A store that cannot be asked is told from one that has nothing. */
class OutageTest {

    private static ApplicationContext start(int port, String timeout) {
        return ApplicationContext.run(
                Map.of("mongodb.uri", "mongodb://127.0.0.1:" + port + "/lyceum", MongoAdapter.TIMEOUT, timeout));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void noQuestionAboutCoursesIsAnswered() throws IOException {
        try (var context = start(freePort(), "100ms")) {
            var courses = context.getBean(CourseRepository.class);
            for (ThrowingCallable question : List.<ThrowingCallable>of(
                    () -> courses.find(id(1)),
                    () -> courses.findAll(List.of(id(1))),
                    () -> courses.findByExternalIds(List.of("x")),
                    () -> courses.list(CourseQuery.firstPage(SortBy.RECENT)),
                    () -> courses.insert(course(1).build()),
                    () -> courses.replace(course(1).build()),
                    () -> courses.saveAll(List.of(course(1).build())),
                    () -> courses.delete(id(1), 1),
                    () -> courses.forEach(_ -> {}))) {
                assertThatExceptionOfType(CatalogueUnavailable.class).isThrownBy(question);
            }
        }
    }

    @Test
    void noQuestionAboutUsersIsAnswered() throws IOException {
        try (var context = start(freePort(), "100ms")) {
            var users = context.getBean(UserRepository.class);
            var id = new UserId("0123456789abcdef01234567");
            var user =
                    User.opened(id, new Email("a@b.c"), "A", Role.STUDENT, new PasswordHash("h"), Instant.EPOCH);
            for (ThrowingCallable question : List.<ThrowingCallable>of(
                    () -> users.find(id),
                    () -> users.findByEmail(user.email()),
                    () -> users.findAll(List.of(id)),
                    () -> users.insert(user),
                    () -> users.replace(user, 1),
                    () -> users.anyOf(Role.ADMIN),
                    () -> users.anyOtherOf(Role.ADMIN, id),
                    () -> users.list(null, 10, null),
                    users::epochOfEverybody,
                    users::beginEpochOfEverybody)) {
                assertThatExceptionOfType(AccountsUnavailable.class).isThrownBy(question);
            }
        }
    }

    @Test
    void noQuestionAboutSessionsIsAnswered() throws IOException {
        try (var context = start(freePort(), "100ms")) {
            var sessions = context.getBean(SessionRepository.class);
            var feed = context.getBean(RevocationFeed.class);
            var session = session(1);
            for (ThrowingCallable question : List.<ThrowingCallable>of(
                    () -> sessions.insert(session, grant(0)),
                    () -> sessions.find(session.id()),
                    () -> sessions.stands(session.id(), "token"),
                    () -> sessions.of(session.user(), Instant.EPOCH),
                    () -> sessions.family(session.id()),
                    () -> sessions.rotate(session.id(), "hash", grant(1)),
                    () -> sessions.end(session.id()),
                    () -> sessions.revokeToken(session.id(), "token", Instant.EPOCH),
                    () -> sessions.answered(session.id(), "hash", Instant.EPOCH),
                    () -> sessions.touch(Map.of(session.id(), Instant.EPOCH)),
                    () -> feed.since(Duration.ZERO),
                    () -> feed.after(new Position("")))) {
                assertThatExceptionOfType(AccountsUnavailable.class).isThrownBy(question);
            }
        }
    }

    @Test
    void aStoreThatWasThereAndIsGoneIsAnOutageToo() {
        var server = new MongoServer(new EmbeddedBackend());
        var port = server.bind().getPort();
        try (var context = start(port, "300ms")) {
            var courses = context.getBean(CourseRepository.class);
            assertThat(courses.find(id(1))).isEmpty();
            var feed = context.getBean(RevocationFeed.class);
            var place = feed.since(Duration.ZERO).last();
            server.shutdownNow();
            assertThatExceptionOfType(CatalogueUnavailable.class).isThrownBy(() -> courses.find(id(1)));
            assertThatExceptionOfType(AccountsUnavailable.class).isThrownBy(() -> feed.after(place));
        }
    }

    @Test
    void aStoreThatStartsLaterIsFoundWithItsIndexes() throws IOException {
        var port = freePort();
        var server = new MongoServer(new EmbeddedBackend());
        try (var context = start(port, "2s")) {
            var courses = context.getBean(CourseRepository.class);
            server.bind("127.0.0.1", port);
            assertThat(courses.insert(course(1).externalId("x").build())).isTrue();
            assertThat(courses.insert(course(2).externalId("x").build())).isFalse();
        } finally {
            server.shutdownNow();
        }
    }
}
