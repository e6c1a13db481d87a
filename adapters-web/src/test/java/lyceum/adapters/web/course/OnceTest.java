package lyceum.adapters.web.course;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletionStage;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.UserId;
import lyceum.domain.validation.InvalidInput;
import lyceum.fake.FaultyRequestLedger;
import lyceum.fake.FaultyRequestLedger.Operation;
import lyceum.fake.InMemoryRequestLedger;
import lyceum.fake.ManualClock;
import lyceum.fake.ManualExecution;
import org.junit.jupiter.api.Test;

final class OnceTest {

    private static final Actor ACTOR = new Actor(new UserId("a1".repeat(12)), Role.INSTRUCTOR);

    private final ManualClock clock = new ManualClock();
    private final FaultyRequestLedger ledger = new FaultyRequestLedger(new InMemoryRequestLedger());
    private final Once once = new Once(ledger, ManualExecution.direct(clock), () -> "any", new Now(clock));
    private final List<List<String>> ids = new ArrayList<>();

    private CompletionStage<? extends HttpResponse<?>> run(CompletionStage<? extends HttpResponse<?>> outcome) {
        var request = HttpRequest.POST("/courses", "{}").header("Idempotency-Key", "key");
        return once.run(request, ACTOR, "{}".getBytes(UTF_8), source -> {
            ids.add(List.of(source.next(), source.next()));
            return outcome;
        });
    }

    private HttpResponse<?> created(int size) {
        return run(completedStage(HttpResponse.created("x".repeat(size).getBytes(UTF_8))))
                .toCompletableFuture()
                .join();
    }

    private void failed(RuntimeException failure) {
        assertThat(run(failedStage(failure)).toCompletableFuture())
                .isCompletedExceptionally()
                .satisfies(stage -> assertThat(stage.exceptionNow()).isSameAs(failure));
    }

    @Test
    void aLargeReplyIsKept() {
        created(1 << 20);
        var again = created(1 << 20);
        assertThat(ids).hasSize(1);
        assertThat(again.getHeaders().get("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.getBody(byte[].class).orElseThrow()).hasSize(1 << 20).containsOnly('x');
    }

    @Test
    void forOneThatIsTooLargeTheStoreIsAskedAgainUnderTheSameIds() {
        created((1 << 20) + 1);
        created((1 << 20) + 1);
        assertThat(ids).hasSize(2);
        assertThat(ids.getLast()).isEqualTo(ids.getFirst());
        assertThat(ledger.faults().calls(Operation.COMPLETE)).isZero();
    }

    @Test
    void aRefusalMakesRoomForOtherIds() {
        failed(Edits.notFound());
        failed(new InvalidInput("title", "is required"));
        created(0);
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    }

    /** What the second is refused says nothing of what the first may have stored. */
    @Test
    void afterAFailureARefusalDoesNot() {
        failed(new CatalogueUnavailable(new IllegalStateException()));
        failed(Edits.notFound());
        created(0);
        assertThat(ids).hasSize(3);
        assertThat(new HashSet<>(ids)).hasSize(1);
    }

    @Test
    void idsHaveTheFormOfAllIdsAndDiffer() {
        created(0);
        assertThat(ids.getFirst()).allMatch(id -> id.matches("[0-9a-f]{24}")).doesNotHaveDuplicates();
    }
}
