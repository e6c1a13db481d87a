package lyceum.adapters.web.course;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionStage;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemException;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.application.IdSource;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Failures;
import lyceum.application.cache.Stages;
import lyceum.domain.idempotency.KeyedRequest;
import lyceum.domain.idempotency.RequestLedger;
import lyceum.domain.idempotency.Turn;
import lyceum.domain.identity.Actor;
import lyceum.domain.validation.InvalidInput;
import lyceum.domain.validation.Violation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out a creation once, however often it is sent with the same Idempotency-Key. Without a key it is just carried out.
 *
 * <p>The ledger alone cannot promise that: a process may die when the course is stored and the ledger does not know yet. So what
 * is created gets its ids from the seed of the request. Whoever takes the request up finds what is there under these ids, and
 * answers for it with what is stored. Two at once cannot do harm either, for neither an id nor a version is ever stored twice.
 * One thing escapes: a module or lesson that was created, not noted, and removed by somebody before it is asked for again, is
 * created again.
 *
 * <p>The whole response is kept, not only what it was about: it is then the same again even if the course has changed or gone,
 * and no resource needs code of its own to tell a replay. One that is too large is treated as if the process had died
 * before it could note it, and is answered for from the store ever after.
 */
@Singleton
final class Once {

    /** Something that creates. It takes all its ids from the source that it is given, and refuses by exceptions. */
    @FunctionalInterface
    interface Creation {
        CompletionStage<? extends HttpResponse<?>> with(IdSource ids);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Once.class);

    private final RequestLedger ledger;
    private final Execution execution;
    private final IdSource ids;
    private final Now now;

    Once(RequestLedger ledger, Execution execution, IdSource ids, Now now) {
        this.ledger = ledger;
        this.execution = execution;
        this.ids = ids;
        this.now = now;
    }

    CompletionStage<? extends HttpResponse<?>> run(
            HttpRequest<?> request, Actor actor, byte @Nullable [] body, Creation creation) {
        var keyed = IdempotencyKey.request(request, actor, body);
        return keyed.isEmpty() ? creation.with(ids) : begin(keyed.get(), creation);
    }

    private CompletionStage<HttpResponse<?>> begin(KeyedRequest request, Creation creation) {
        return execution.call(() -> ledger.begin(request, now.get())).thenCompose(turn -> switch (turn) {
            case Turn.Begun begun -> carryOut(begun, creation);
            case Turn.Done(var reply) -> completedStage(Replies.again(reply));
            case Turn.Running() -> failedStage(running());
            case Turn.Other() -> failedStage(used());
        });
    }

    private CompletionStage<HttpResponse<?>> carryOut(Turn.Begun turn, Creation creation) {
        return Stages.DONE
                .thenCompose(_ -> started(creation, turn))
                .handle((response, failure) -> failure == null
                        ? kept(turn, response)
                        : givenUp(turn, Failures.unwrap(failure)))
                .thenCompose(outcome -> outcome);
    }

    private static CompletionStage<HttpResponse<?>> started(Creation creation, Turn.Begun turn) {
        return creation.with(new SeededIds(turn.seed())).thenApply(response -> response);
    }

    private CompletionStage<HttpResponse<?>> kept(Turn.Begun turn, HttpResponse<?> response) {
        var reply = Replies.of(response);
        return noted(() -> reply.ifPresentOrElse(it -> ledger.complete(turn, it), () -> ledger.suspend(turn)))
                .thenApply(_ -> response);
    }

    private CompletionStage<HttpResponse<?>> givenUp(Turn.Begun turn, Throwable failure) {
        Runnable note = turn.isFirst() && isRefusal(failure)
                ? () -> ledger.release(turn)
                : () -> ledger.suspend(turn);
        return noted(note).thenCompose(_ -> failedStage(failure));
    }

    /** What has happened has happened, and is told whether or not it can be noted. */
    private CompletionStage<Boolean> noted(Runnable note) {
        return execution.call(() -> {
            note.run();
            return true;
        }).exceptionally(failure -> {
            LOG.warn("the end of a request with an idempotency key could not be noted");
            LOG.debug("what happened", failure);
            return false;
        });
    }

    /** After anything else, such as an outage, nobody knows whether it was stored. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof InvalidInput
                || (failure instanceof ProblemException refused && refused.problem().type().status() < 500);
    }

    private static ProblemException running() {
        return Problem.of(ProblemType.CONFLICT, "The same request is being carried out at this moment.")
                .with("Retry-After", "1")
                .asException();
    }

    private static ProblemException used() {
        var rule = new Violation(IdempotencyKey.FIELD, "must be another one for another body");
        return Problem.invalid(ProblemType.INVALID_INPUT, List.of(rule)).asException();
    }
}
