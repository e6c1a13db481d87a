package lyceum.adapters.web.cache;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import lyceum.adapters.web.course.Ids;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.application.cache.Invalidation;
import lyceum.application.cache.TieredCache;
import lyceum.application.coherence.CoherenceStatistics;
import lyceum.application.course.InvalidateCourse;
import lyceum.domain.cache.Tag;
import lyceum.domain.identity.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Statistics for everybody, invalidation for admins, each with a line in the audit log. */
@Controller("/cache")
final class CacheAdministration {

    private static final Logger AUDIT = LoggerFactory.getLogger("lyceum.audit");

    private final TieredCache cache;
    private final InvalidateCourse invalidateCourse;
    private final CoherenceStatistics coherence;

    CacheAdministration(TieredCache cache, InvalidateCourse invalidateCourse, CoherenceStatistics coherence) {
        this.cache = cache;
        this.invalidateCourse = invalidateCourse;
        this.coherence = coherence;
    }

    @Get("/stats")
    CompletionStage<? extends HttpResponse<?>> stats() {
        return StatsJson.of(cache, coherence.report(cache.now())).thenApply(CacheAdministration::answer);
    }

    @Delete("/invalidate/{course_id}")
    CompletionStage<? extends HttpResponse<?>> course(Actor actor, @PathVariable("course_id") String text) {
        var id = Ids.course(text);
        return invalidateCourse.invalidate(id).thenApply(_ -> done(actor, "course", id.value()));
    }

    @Delete("/invalidate")
    CompletionStage<? extends HttpResponse<?>> scope(HttpRequest<?> request, Actor actor) {
        Invalidation invalidation = cache.invalidation();
        return switch (Scope.of(request.getParameters())) {
            case Scope.OfTag(var tag) -> invalidation
                    .tags(Set.of(new Tag(tag)))
                    .thenApply(_ -> done(actor, "tag", tag));
            case Scope.OfPrefix(var prefix) -> invalidation
                    .prefix(prefix)
                    .thenApply(_ -> done(actor, "prefix", prefix));
            case Scope.All() -> invalidation.everything().thenApply(_ -> done(actor, "all", "true"));
        };
    }

    private static HttpResponse<?> done(Actor actor, String scope, String value) {
        AUDIT.info("cache invalidated: {}={} by {}", scope, value, actor.id());
        return answer(Json.object()
                .put("invalidated", Json.object().put(scope, value).build())
                .build());
    }

    private static HttpResponse<?> answer(Json json) {
        return HttpResponse.ok(JsonWriter.bytes(json)).header("Cache-Control", "no-store");
    }
}
