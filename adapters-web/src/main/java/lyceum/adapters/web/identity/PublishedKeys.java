package lyceum.adapters.web.identity;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The keys by which anybody can verify access tokens (RFC 7517); none as long as they are signed with a secret. */
@Controller
final class PublishedKeys {

    private static final String JWK_SET = "application/jwk-set+json";

    private final KeyRing keys;

    PublishedKeys(KeyRing keys) {
        this.keys = keys;
    }

    @Get("/.well-known/jwks.json")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> keys() {
        return HttpResponse.ok(keys.current().published())
                .contentType(MediaType.of(JWK_SET))
                .header("Cache-Control", "public, max-age=300");
    }
}
