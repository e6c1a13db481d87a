package lyceum.adapters.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lyceum.adapters.web.support.Forgery;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test per rule of RFC 8725 on what a token says. All are signed with the right key, so that only what they say is wrong. */
final class TokenClaimsTest {

    private final TestServer server = new TestServer();
    private final Forgery good = Forgery.of(server.token(Role.ADMIN));
    private final long now = server.world.clock.instant().getEpochSecond();

    @AfterEach
    void stop() {
        server.close();
    }

    /** RFC 8725, 3.8. */
    @Test
    void anotherIssuerOrNone() {
        for (var issuer : Arrays.asList("other", "lyceum ", "Lyceum", "https://lyceum", "", 5, List.of("lyceum"),
                null)) {
            Refusals.refused(server, good.claim("iss", issuer).signed());
        }
    }

    /** RFC 8725, 3.9. */
    @Test
    void anotherAudienceOrNone() {
        for (var audience : Arrays.asList("other", "lyceum", "", 5, List.of(), List.of("other"), List.of(5), null)) {
            Refusals.refused(server, good.claim("aud", audience).signed());
        }
    }

    @Test
    void oursMayBeOneOfSeveralAudiences() {
        Refusals.accepted(server, good.claim("aud", List.of("other", "lyceum-api")).signed());
    }

    /** RFC 8725, 2.8 and 3.12: what is for something else is no access token. */
    @Test
    void aRefreshToken() {
        var account = "{\"email\": \"ada@example.org\", \"password\": \"correct horse battery\", \"name\": \"Ada\"}";
        server.send("POST", "/auth/register", account).expect(201);
        var tokens = server.send(
                "POST", "/auth/login", "{\"email\": \"ada@example.org\", \"password\": \"correct horse battery\"}")
                .expect(200);
        Refusals.refused(server, tokens.at("refresh_token"));
        Refusals.refused(server, good.claim("typ", "refresh").signed());
        Refusals.refused(server, good.claim("typ", null).signed());
    }

    @Test
    void expiredToTheSecond() {
        var token = server.token(Role.ADMIN);
        server.world.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        Refusals.accepted(server, token);
        server.world.clock.advance(Duration.ofMillis(1));
        Refusals.refused(server, token);
        Refusals.refused(server, good.claim("exp", now).signed());
    }

    @Test
    void noExpiry() {
        Refusals.refused(server, good.claim("exp", null).signed());
    }

    /** Only another instance's clock that is ahead by some seconds is allowed for. */
    @Test
    void notYetValid() {
        Refusals.accepted(server, from(now + 5).signed());
        Refusals.refused(server, from(now + 6).signed());
        Refusals.refused(server, good.claim("nbf", now + 6).signed());
        Refusals.refused(server, good.claim("iat", now + 6).signed());
        Refusals.refused(server, good.claim("nbf", null).signed());
        Refusals.refused(server, good.claim("iat", null).signed());
    }

    private Forgery from(long second) {
        return good.claim("iat", second).claim("nbf", second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "sid", "role", "jti", "epoch", "epoch_all"})
    void aClaimLeftOut(String name) {
        Refusals.refused(server, good.claim(name, null).signed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "sid", "role", "jti", "iss", "aud", "typ"})
    void aTextThatIsNone(String name) {
        for (var value : List.of(5, true, 1.5, Map.of("$gt", ""), Map.of(), List.of(List.of()))) {
            Refusals.refused(server, good.claim(name, value).signed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "nbf", "iat", "epoch", "epoch_all"})
    void aNumberThatIsNone(String name) {
        for (var value : List.of("9999999999", "", true, List.of(9_999_999_999L), Map.of())) {
            Refusals.refused(server, good.claim(name, value).signed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "sid"})
    void anIdThatIsNone(String name) {
        for (var id : List.of("", "a".repeat(23), "a".repeat(25), "A".repeat(24), "g".repeat(24), "a".repeat(24) + "\n",
                "../../../../etc/passwd/a", "' OR '1'='1' OR '1'='1'!")) {
            Refusals.refused(server, good.claim(name, id).signed());
        }
    }

    @Test
    void aRoleThatIsNone() {
        for (var role : List.of("root", "", "ADMIN", "Admin", "admin ", "student,admin")) {
            Refusals.refused(server, good.claim("role", role).signed());
        }
    }

    @Test
    void aTokenIdThatIsTooLong() {
        Refusals.accepted(server, good.claim("jti", "j".repeat(100)).signed());
        Refusals.refused(server, good.claim("jti", "j".repeat(101)).signed());
        Refusals.refused(server, good.claim("jti", "").signed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch", "epoch_all"})
    void anEpochThatIsNoWholeNumberFromZero(String name) {
        Refusals.refused(server, good.claim(name, -1).signed());
        Refusals.refused(server, good.claim(name, 0.5).signed());
        Refusals.refused(server, good.claim(name, 1e30).signed());
    }

    /** Claims that we do not know say nothing to us. */
    @Test
    void unknownClaimsAreIgnored() {
        Refusals.accepted(server, good.claim("scope", "everything").signed());
    }
}
