package lyceum.adapters.web.identity;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.application.identity.ReadProfile;

/** Who somebody is. What is remembered is answered on the event loop; else it is read, elsewhere. */
@Controller("/auth/me")
final class Me {

    private final ReadProfile profiles;
    private final ProfileMemory memory;
    private final ExecutorService blocking;

    Me(ReadProfile profiles, ProfileMemory memory, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.profiles = profiles;
        this.memory = memory;
        this.blocking = blocking;
    }

    @Get
    CompletionStage<? extends HttpResponse<?>> me(Bearer bearer) {
        var remembered = memory.find(bearer);
        return remembered != null
                ? completedStage(answer(remembered))
                : supplyAsync(() -> answer(read(bearer)), blocking);
    }

    private byte[] read(Bearer bearer) {
        var profile = profiles.of(bearer.claims()).orElseThrow(() -> Challenges.invalidToken().asException());
        var body = JsonWriter.bytes(AccountJson.of(profile));
        memory.keep(profile, body);
        return body;
    }

    private static HttpResponse<byte[]> answer(byte[] body) {
        return HttpResponse.ok(body).header("Cache-Control", TokenAnswers.PRIVATE);
    }
}
