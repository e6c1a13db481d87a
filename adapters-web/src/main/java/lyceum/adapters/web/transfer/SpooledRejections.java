package lyceum.adapters.web.transfer;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.application.transfer.Rejection;
import lyceum.application.transfer.Rejections;
import org.jspecify.annotations.Nullable;

/** Rejections as the elements of a JSON array: the first in memory, the rest in a file that goes when it was read. */
final class SpooledRejections implements Rejections, AutoCloseable {

    static final int MOST_IN_MEMORY = 1_000;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private OutputStream out = memory;
    private long count;

    @Override
    public void add(Rejection rejection) {
        try {
            if (count == MOST_IN_MEMORY) {
                file = Files.createTempFile("lyceum-rejections-", ".json");
                out = new BufferedOutputStream(Files.newOutputStream(file));
            }
            if (count++ > 0) {
                out.write(',');
            }
            out.write(JsonWriter.bytes(json(rejection)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Json json(Rejection rejection) {
        return Json.object()
                .put("line", rejection.line())
                .put("field", rejection.field())
                .put("reason", rejection.reason())
                .build();
    }

    /** All elements; whoever reads it closes it. */
    InputStream elements() throws IOException {
        out.close();
        var first = new ByteArrayInputStream(memory.toByteArray());
        if (file == null) {
            return first;
        }
        var rest = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        file = null;
        return new SequenceInputStream(first, rest);
    }

    /** Lets go of a file that nobody came to read. */
    @Override
    public void close() throws IOException {
        out.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
