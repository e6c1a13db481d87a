package lyceum.adapters.web.health;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.adapters.web.HealthProbe;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;

/**
 * Liveness asks nobody, so that a database that is down restarts nothing. Readiness asks every part: without a required
 * one the status is DOWN (503), without another DEGRADED (200), for then the rest carries on. Parts are asked at the same time.
 */
@Controller("/health")
final class Health {

    private enum Status {
        UP,
        DEGRADED,
        DOWN
    }

    /** Shorter than whoever asks is wont to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<Inquiry> inquiries;
    private final Duration patience;

    @Inject
    Health(List<HealthProbe> probes) {
        this(probes, PATIENCE);
    }

    Health(List<HealthProbe> probes, Duration patience) {
        this.inquiries = probes.stream()
                .sorted(Comparator.comparing(HealthProbe::name))
                .map(Inquiry::new)
                .toList();
        this.patience = patience;
    }

    @Get("/liveness")
    HttpResponse<byte[]> liveness() {
        return answer(Status.UP, Map.of());
    }

    @Get(uris = {"/", "/readiness"})
    CompletionStage<HttpResponse<byte[]>> readiness() {
        var asked = new LinkedHashMap<HealthProbe, CompletableFuture<Optional<String>>>();
        inquiries.forEach(inquiry -> asked.put(inquiry.probe(), inquiry.complaint(patience)));
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new)).thenApply(_ -> {
            var complaints = new LinkedHashMap<HealthProbe, Optional<String>>();
            asked.forEach((probe, complaint) -> complaints.put(probe, complaint.join()));
            return answer(worst(complaints), complaints);
        });
    }

    private static Status worst(Map<HealthProbe, Optional<String>> complaints) {
        var failing = complaints.keySet().stream()
                .filter(probe -> complaints.getOrDefault(probe, Optional.empty()).isPresent())
                .toList();
        if (failing.isEmpty()) {
            return Status.UP;
        }
        return failing.stream().anyMatch(HealthProbe::required) ? Status.DOWN : Status.DEGRADED;
    }

    private static HttpResponse<byte[]> answer(Status status, Map<HealthProbe, Optional<String>> complaints) {
        var json = Json.object().put("status", status.name());
        if (!complaints.isEmpty()) {
            var checks = Json.object();
            complaints.forEach((probe, complaint) -> checks.put(probe.name(), check(complaint)));
            json.put("checks", checks.build());
        }
        var code = status == Status.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK;
        return HttpResponse.<byte[]>status(code)
                .body(JsonWriter.bytes(json.build()))
                .header("Cache-Control", "no-store");
    }

    private static Json check(Optional<String> complaint) {
        var json = Json.object().put("status", complaint.isPresent() ? "DOWN" : "UP");
        complaint.ifPresent(why -> json.put("reason", why));
        return json.build();
    }
}
