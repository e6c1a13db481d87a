package lyceum.bootstrap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lyceum.application.transfer.Rejection;
import lyceum.application.transfer.Rejections;
import org.jspecify.annotations.Nullable;

/** Keeps the first rejections to show them, and writes all to a file if there is one. */
final class RejectionList implements Rejections, AutoCloseable {

    private static final int SHOWN = 20;

    private final List<Rejection> first = new ArrayList<>();
    private final Writer all;
    private long count;

    RejectionList(@Nullable Path file) throws IOException {
        all = file == null ? Writer.nullWriter() : Files.newBufferedWriter(file);
    }

    @Override
    public void add(Rejection rejection) {
        count++;
        if (first.size() < SHOWN) {
            first.add(rejection);
        }
        try {
            all.write(line(rejection) + '\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void print(PrintStream out) {
        first.forEach(rejection -> out.println("  " + line(rejection)));
        if (count > first.size()) {
            out.println("  and " + (count - first.size()) + " more");
        }
    }

    private static String line(Rejection rejection) {
        var field = rejection.field() == null ? "the row" : rejection.field();
        return "line " + rejection.line() + ": " + field + ' ' + rejection.reason();
    }

    @Override
    public void close() throws IOException {
        all.close();
    }
}
