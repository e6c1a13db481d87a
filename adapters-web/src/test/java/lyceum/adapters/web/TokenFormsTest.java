package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import lyceum.adapters.web.support.Forgery;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no token at all, or no longer the one that we made. */
final class TokenFormsTest {

    private static final TestServer SERVER = new TestServer();

    private final String good = SERVER.token(Role.ADMIN);
    private final Forgery forgery = Forgery.of(good);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x", ".", "..", "...", "a.b", "a.b.c", "a.b.c.d", "a.b.c.d.e", "eyJhbGciOiJIUzI1NiJ9.e30.", "\u00ff", "a b",
        "null", "undefined", "[object Object]", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA"
    })
    void whatIsNoToken(String token) {
        Refusals.refused(SERVER, token);
    }

    @Test
    void cutOffAtEveryLength() {
        for (var length = 0; length < good.length(); length++) {
            Refusals.refused(SERVER, good.substring(0, length));
        }
        Refusals.accepted(SERVER, good);
    }

    /** Each letter, so each of the three parts. */
    @Test
    void oneLetterChanged() {
        for (var at = 0; at < good.length(); at++) {
            for (var letter : List.of('A', 'B', '_', '.', '=')) {
                if (good.charAt(at) != letter) {
                    Refusals.refused(SERVER, good.substring(0, at) + letter + good.substring(at + 1));
                }
            }
        }
    }

    /** It has bits that decoders overlook: of all letters in its place, three others stand for the same signature. */
    @Test
    void theLastLetterChangedIntoAnyOther() {
        var last = good.length() - 1;
        for (var letter : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            if (good.charAt(last) != letter) {
                Refusals.refused(SERVER, good.substring(0, last) + letter);
            }
        }
    }

    @Test
    void moreThanAToken() {
        for (var more : List.of("A", "=", "==", ".", ".A", ",", ", Bearer " + good, ";", " A", "\t" + good, "%00")) {
            Refusals.refused(SERVER, good + more);
        }
    }

    @Test
    void partsOfTwoTokens() {
        var mine = good.split("\\.", -1);
        var other = SERVER.token(Role.STUDENT).split("\\.", -1);
        Refusals.refused(SERVER, mine[0] + '.' + mine[1] + '.' + other[2]);
        Refusals.refused(SERVER, mine[0] + '.' + other[1] + '.' + mine[2]);
        Refusals.refused(SERVER, other[0] + '.' + mine[1] + '.' + other[2]);
        Refusals.refused(SERVER, mine[1] + '.' + mine[0] + '.' + mine[2]);
    }

    /** It is signed like any other, but too long to be looked at. */
    @Test
    void moreThan4096Letters() {
        assertThat(ofLengthUpTo(4096)).hasSizeGreaterThan(4093);
        Refusals.accepted(SERVER, ofLengthUpTo(4096));
        var longer = ofLengthUpTo(4099);
        assertThat(longer).hasSizeGreaterThan(4096);
        Refusals.refused(SERVER, longer);
        Refusals.refused(SERVER, "a".repeat(4097));
        Refusals.refused(SERVER, "a.".repeat(4000));
    }

    private String ofLengthUpTo(int length) {
        var padding = (length - forgery.claim("pad", "").signed().length()) * 3 / 4 + 2;
        var token = forgery.claim("pad", "x".repeat(padding)).signed();
        while (token.length() > length) {
            padding--;
            token = forgery.claim("pad", "x".repeat(padding)).signed();
        }
        return token;
    }

    @Test
    void aMegabyteOfHeaderFields() {
        var answer = SERVER.raw("DELETE /cache/invalidate?all=true HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + "a".repeat(1 << 20) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("application/problem+json");
    }

    /** Signed with the right key, and still not JSON, or not as anybody could agree on what it says (RFC 8725, 3.7 and 2.6). */
    @Test
    void claimsThatAreNoObjectOrNotOneAlone() {
        var header = forgery.headerJson();
        var claims = forgery.claimsJson();
        var twice = claims.replaceFirst("\\{", "{\"sub\":\"" + "b".repeat(24) + "\",");
        for (var payload : List.of("", " ", "null", "true", "5", "\"text\"", "[]", "[" + claims + "]", "{", "{}", "{]",
                claims + claims, claims + "x", claims.substring(1), claims.replace(':', '='), twice,
                "[".repeat(1500), "{\"a\":".repeat(300) + "1" + "}".repeat(300), "\u0000", "\ud800")) {
            Refusals.refused(SERVER, Forgery.signed(header, payload));
        }
        Refusals.accepted(SERVER, Forgery.signed(header, claims));
    }

    @Test
    void headersThatAreNoObjectOrNotOneAlone() {
        var header = forgery.headerJson();
        var claims = forgery.claimsJson();
        for (var other : List.of("", "null", "5", "[]", "[" + header + "]", "{}", header + header, header + " ",
                " " + header, header.replace('"', '\''), header.replaceFirst("\\{", "{\"alg\":\"none\","),
                header.replaceFirst("}", ",\"alg\":\"HS256\"}"), header.replaceFirst("}", ",\"kid\":\"x\"}"),
                header.replaceFirst("\"alg\"", "\"ALG\""), "[".repeat(1500), "\u0000")) {
            Refusals.refused(SERVER, Forgery.signed(other, claims));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER", "Bearer "})
    void theSchemesNameHasNoCase(String scheme) {
        Refusals.protectedRoute(SERVER, scheme + ' ' + good).expect(200);
    }

    @Test
    void aSchemeWithoutAToken() {
        Refusals.refusedAs(SERVER, "Bearer");
        Refusals.refusedAs(SERVER, "Bearer\t" + good);
    }

    /** Then nothing was wrong with a token: there was none. */
    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearerx", "Digest", "DPoP abc"})
    void anotherScheme(String credentials) {
        var reply = Refusals.protectedRoute(SERVER, credentials).expectProblem(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"lyceum\"");
    }

    /** Which of them counts is for nobody to guess. */
    @Test
    void severalAuthorizations() throws Exception {
        var other = SERVER.token(Role.ADMIN);
        for (var second : List.of("Bearer " + good, "Bearer " + other, "Bearer x", "Basic YTpi")) {
            severalRefused("Bearer " + good, second);
            severalRefused(second, "Bearer " + good);
        }
    }

    private static void severalRefused(String first, String second) throws Exception {
        var base = URI.create(SERVER.bean(EmbeddedServer.class).getURI() + "/");
        var several = HttpRequest.newBuilder().header("Authorization", first).header("Authorization", second);
        try (var client = HttpClient.newHttpClient()) {
            var delete = several.uri(base.resolve("/cache/invalidate?all=true")).DELETE().build();
            var refused = new Reply(client.send(delete, BodyHandlers.ofByteArray())).expectProblem(401);
            assertThat(refused.header("WWW-Authenticate")).isEqualTo(Refusals.INVALID);
            var read = several.uri(base.resolve("/courses")).GET().build();
            new Reply(client.send(read, BodyHandlers.ofByteArray())).expect(200);
        }
    }

    /** Nor is it taken from anywhere else (RFC 6750, 2.2 and 2.3). */
    @Test
    void aTokenInTheAddressOrInACookie() {
        var path = "/cache/invalidate?all=true";
        assertThat(SERVER.send("DELETE", path + "&access_token=" + good, (String) null).status()).isEqualTo(401);
        var cookie = SERVER.send("DELETE", path, (String) null, "Cookie", "JWT=" + good + "; access_token=" + good);
        assertThat(cookie.status()).isEqualTo(401);
    }
}
