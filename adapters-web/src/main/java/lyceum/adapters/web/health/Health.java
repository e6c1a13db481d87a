package lyceum.adapters.web.health;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.adapters.web.HealthProbe;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;

/**
 * Liveness asks nobody, so that a database that is down restarts nothing. Readiness asks every part: without a required
 * one the status is DOWN (503), without another DEGRADED (200), for then the rest carries on.
 */
@Controller("/health")
final class Health {

    private enum Status {
        UP,
        DEGRADED,
        DOWN
    }

    private final List<HealthProbe> probes;

    Health(List<HealthProbe> probes) {
        this.probes = probes.stream().sorted(Comparator.comparing(HealthProbe::name)).toList();
    }

    @Get("/liveness")
    HttpResponse<byte[]> liveness() {
        return answer(Status.UP, Map.of());
    }

    @Get(uris = {"/", "/readiness"})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> readiness() {
        var complaints = new LinkedHashMap<HealthProbe, Optional<String>>();
        probes.forEach(probe -> complaints.put(probe, complaint(probe)));
        return answer(worst(complaints), complaints);
    }

    private static Optional<String> complaint(HealthProbe probe) {
        try {
            return probe.complaint();
        } catch (RuntimeException failed) {
            return Optional.of("could not be asked");
        }
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
