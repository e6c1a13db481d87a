package lyceum.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The yardstick: the same framework, without anything of Lyceum, answering with the same bytes and headers.
 *
 * <p>Arguments: port, and a file with the body.
 */
public final class BareServer {

    private BareServer() {}

    public static void main(String[] args) throws Exception {
        Route.body = Files.readAllBytes(Path.of(args[1]));
        var context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .packages("lyceum.bench")
                .properties(Map.of(
                        "bench.bare", true, "micronaut.server.port", args[0], "micronaut.security.enabled", false))
                .start();
        context.getBean(EmbeddedServer.class).start();
        Thread.currentThread().join();
    }

    @Requires(property = "bench.bare")
    @Controller
    static final class Route {

        static byte[] body = new byte[0];

        @Get(value = "/bare", produces = MediaType.APPLICATION_JSON)
        HttpResponse<byte[]> bare() {
            return HttpResponse.ok(body);
        }
    }
}
