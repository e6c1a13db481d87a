package lyceum.adapters.web.course;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import lyceum.adapters.web.identity.Admission;
import lyceum.application.cache.Answer;
import lyceum.application.cache.Directives;
import lyceum.application.cache.TieredCache;
import lyceum.domain.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Reads as their requests direct, as far as whoever sends them may.
 *
 * <p>{@code no-cache}, {@code max-age} and {@code min-fresh} can make a cached answer insufficient and so cause a load. For
 * authors and admins they do. Everybody else is read for as if they had not been sent; where that answer is not what they
 * ask for, it takes a token to read again, and when there is none the answer stands. Nor can they ask for anything known to
 * be current more recently than a second ago. So nobody unknown causes more loads than there are tokens, besides those that
 * requests without directives cause.
 */
@Singleton
final class DirectedReads {

    private static final Duration LEAST_AGE = Duration.ofSeconds(1);

    /** Of each process. */
    private static final int LOADS_PER_SECOND = 20;

    private static final int BURST = 2 * LOADS_PER_SECOND;

    private final Admission admission;
    private final TieredCache cache;
    private final TokenBucket loads;

    DirectedReads(Admission admission, TieredCache cache) {
        this.admission = admission;
        this.cache = cache;
        this.loads = new TokenBucket(LOADS_PER_SECOND, BURST, cache::now);
    }

    /** Whether a request has nothing to say about its answer; almost all have not. */
    static boolean undirected(HttpRequest<?> request) {
        return RequestDirectives.none(request.getHeaders());
    }

    CompletionStage<Reading> read(HttpRequest<?> request, Function<Directives, CompletionStage<Answer>> read) {
        var asked = RequestDirectives.of(request.getHeaders());
        return harmless(asked) || trusted(request)
                ? read.apply(asked).thenApply(Reading::of)
                : limited(bounded(asked), read);
    }

    private static boolean harmless(Directives asked) {
        return asked.onlyIfCached() || (asked.maxAge() == null && asked.minFresh() == null);
    }

    /** A token that is not good makes nobody known, but does not keep what is public from him either. */
    private boolean trusted(HttpRequest<?> request) {
        return admission.knownSender(request)
                .filter(actor -> actor.role() != Role.STUDENT)
                .isPresent();
    }

    private static Directives bounded(Directives asked) {
        return new Directives(atLeastLeast(asked.maxAge()), asked.minFresh(), asked.maxStale(), asked.onlyIfCached());
    }

    private static @Nullable Duration atLeastLeast(@Nullable Duration age) {
        return age != null && age.compareTo(LEAST_AGE) < 0 ? LEAST_AGE : age;
    }

    private CompletionStage<Reading> limited(Directives asked, Function<Directives, CompletionStage<Answer>> read) {
        var begun = cache.now();
        var undemanding = new Directives(null, null, asked.maxStale(), false);
        return read.apply(undemanding).thenApply(Reading::of).thenCompose(plain -> {
            if (meets(plain, asked, begun)) {
                return completedStage(plain);
            }
            return loads.take()
                    ? read.apply(asked).thenApply(Reading::of)
                    : completedStage(new Reading(plain.answer(), true));
        });
    }

    /** What was just loaded is as fresh as can be, however fresh it was to be; and what the source has failed for is all there is. */
    private static boolean meets(Reading plain, Directives asked, long begun) {
        var entry = plain.answer().entry();
        var maxAge = asked.maxAge();
        var minFresh = asked.minFresh();
        var young = maxAge == null || entry.loadedAt() >= begun - maxAge.toMillis();
        var lasting = minFresh == null || entry.freshUntil() >= begun + minFresh.toMillis();
        return plain.answer().stale() || (young && (lasting || plain.loaded()));
    }
}
