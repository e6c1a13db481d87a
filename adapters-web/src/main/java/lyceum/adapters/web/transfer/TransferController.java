package lyceum.adapters.web.transfer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.application.cache.Overloaded;
import lyceum.application.transfer.ImportCourses;
import lyceum.application.transfer.ImportFailed;
import lyceum.application.transfer.ImportReport;
import lyceum.application.transfer.Mapping;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.validation.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Catalogues of any size, in and out, for admins. The body is read as fast as the store takes it in. */
@Controller("/courses")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TransferController {

    private final ImportCourses imports;
    private final ImportRuns runs;
    private final CourseExport export;

    TransferController(ImportCourses imports, ImportRuns runs, CourseExport export) {
        this.imports = imports;
        this.runs = runs;
        this.export = export;
    }

    @Post("/import")
    @Consumes({"text/csv", "application/x-ndjson"})
    HttpResponse<InputStream> importAll(
            HttpRequest<?> request, @Nullable @QueryValue String map, @Nullable @Body InputStream body)
            throws IOException {
        var format = request.getContentType()
                .map(MediaType::getName)
                .flatMap(CatalogueFormat::ofMediaType)
                .orElse(CatalogueFormat.CSV);
        var mapping = Mapping.parse(map == null ? "" : map);
        try (var input = body == null ? InputStream.nullInputStream() : body;
                var rejections = new SpooledRejections()) {
            var report = run(format, input, mapping, rejections);
            return answer(MediaType.APPLICATION_JSON, json(report, rejections));
        }
    }

    private ImportReport run(
            CatalogueFormat format, InputStream input, Mapping mapping, SpooledRejections rejections) {
        var source = format.open(input, mapping);
        var run = runs.begin(format);
        try {
            var report = imports.run(source, mapping, rejections, run);
            run.done(report);
            return report;
        } catch (ImportFailed failed) {
            run.failed(failed.report(), failed);
            throw problem(failed);
        } catch (InvalidInput invalid) {
            runs.withdraw(run);
            throw invalid;
        }
    }

    private static RuntimeException problem(ImportFailed failed) {
        var report = failed.report();
        var detail = "The import ended early; %d rows are stored, %d were rejected. To send it all again is safe."
                .formatted(report.created() + report.updated(), report.rejected());
        return switch (failed.getCause()) {
            case CatalogueUnavailable _,Overloaded _ -> Problem.unavailable(detail).asException();
            case UncheckedIOException _ -> Problem.of(ProblemType.BAD_REQUEST, detail).asException();
            case null, default -> failed;
        };
    }

    private static InputStream json(ImportReport report, SpooledRejections rejections) throws IOException {
        var counts = "{\"created\":%d,\"updated\":%d,\"unchanged\":%d,\"rejected\":%d,\"rejections\":["
                .formatted(report.created(), report.updated(), report.unchanged(), report.rejected());
        var end = "],\"duration_ms\":%d}".formatted(report.duration().toMillis());
        return new SequenceInputStream(
                Collections.enumeration(List.of(ascii(counts), rejections.elements(), ascii(end))));
    }

    private static InputStream ascii(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }

    @Get("/imports")
    HttpResponse<byte[]> imports() {
        var json = Json.object().put("imports", Json.array(runs.recent(), ImportRun::json)).build();
        return HttpResponse.ok(JsonWriter.bytes(json))
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store");
    }

    @Get("/export")
    HttpResponse<InputStream> exportAll(@Nullable @QueryValue String format) {
        var chosen = CatalogueFormat.named(format == null ? "ndjson" : format)
                .orElseThrow(() -> new InvalidInput("format", "must be ndjson or csv"));
        return answer(chosen.mediaType(), export.open(chosen));
    }

    private static HttpResponse<InputStream> answer(String mediaType, InputStream body) {
        return HttpResponse.ok(body)
                .contentType(MediaType.of(mediaType))
                .header("Cache-Control", "no-store");
    }
}
