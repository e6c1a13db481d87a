package lyceum.adapters.web.transfer;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import lyceum.domain.course.CourseRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole catalogue, drafts included, written while it is read. */
@Singleton
final class CourseExport {

    private static final Logger LOG = LoggerFactory.getLogger(CourseExport.class);
    private static final int CHUNK_BYTES = 1 << 15;

    private final CourseRepository courses;
    private final ExecutorService executor;

    CourseExport(CourseRepository courses, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.courses = courses;
        this.executor = executor;
    }

    InputStream open(CatalogueFormat format) {
        var pipe = new ChunkPipe();
        executor.execute(() -> write(format, pipe));
        return pipe.input;
    }

    private void write(CatalogueFormat format, ChunkPipe pipe) {
        try (pipe.output) {
            writeAll(format, pipe);
        } catch (IOException gone) {
            LOG.info("an export was broken off: {}", gone.getMessage());
        }
    }

    private void writeAll(CatalogueFormat format, ChunkPipe pipe) {
        try {
            var buffered = new BufferedOutputStream(pipe.output, CHUNK_BYTES);
            courses.forEach(format.writer(buffered));
            buffered.flush();
        } catch (IOException | UncheckedIOException gone) {
            LOG.info("an export was broken off: {}", gone.getMessage());
        } catch (RuntimeException failure) {
            LOG.warn("an export failed", failure);
            pipe.fail(failure);
        }
    }
}
