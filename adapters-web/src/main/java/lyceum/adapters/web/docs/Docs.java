package lyceum.adapters.web.docs;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemType;

/** Files that come with the program, kept in memory. The page loads nothing from anywhere else, and says so to browsers. */
@Controller
@Produces(MediaType.ALL)
final class Docs {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("docs.js", "text/javascript; charset=utf-8", "docs.css", "text/css; charset=utf-8");

    private final byte[] openApi = resource("openapi.yaml");
    private final byte[] page = resource("docs.html");
    private final Map<String, byte[]> files =
            Map.of("docs.js", resource("docs.js"), "docs.css", resource("docs.css"));

    @Get
    HttpResponse<?> root() {
        return HttpResponse.temporaryRedirect(URI.create("/docs"));
    }

    @Get("/openapi.yaml")
    HttpResponse<byte[]> yaml() {
        return file(openApi, "application/yaml");
    }

    @Get("/openapi.json")
    HttpResponse<byte[]> json() {
        // Made when the page asks for it: reading YAML is nothing for a start to wait for.
        return file(JsonWriter.bytes(Yaml.toJson(openApi)), "application/json");
    }

    @Get("/docs")
    HttpResponse<byte[]> docs() {
        return file(page, "text/html; charset=utf-8").header("Content-Security-Policy", POLICY);
    }

    @Get("/docs/{file}")
    HttpResponse<byte[]> file(@PathVariable String file) {
        var bytes = files.get(file);
        var type = MEDIA_TYPES.get(file);
        if (bytes == null || type == null) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return file(bytes, type);
    }

    private static MutableHttpResponse<byte[]> file(byte[] bytes, String type) {
        return HttpResponse.ok(bytes)
                .contentType(MediaType.of(type))
                .header("Cache-Control", "public, max-age=60")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static byte[] resource(String name) {
        try (var stream = Docs.class.getResourceAsStream("/docs/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
