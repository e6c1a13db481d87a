package lyceum.adapters.web.transfer;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lyceum.application.transfer.Field;
import lyceum.application.transfer.ImportSource;
import lyceum.application.transfer.Mapping;
import lyceum.domain.course.Course;

/** The forms a catalogue can have. */
public enum CatalogueFormat {
    CSV("text/csv", "csv") {
        @Override
        public ImportSource open(InputStream input, Mapping mapping) {
            return new CsvRows(input, Set.of(mapping.column(Field.MODULES), mapping.column(Field.TAGS)));
        }

        @Override
        Consumer<Course> writer(OutputStream output) {
            return new CsvWriting(output);
        }
    },
    NDJSON("application/x-ndjson", "ndjson") {
        @Override
        public ImportSource open(InputStream input, Mapping mapping) {
            return new NdjsonRows(input);
        }

        @Override
        Consumer<Course> writer(OutputStream output) {
            return new NdjsonWriting(output);
        }
    };

    private final String mediaType;
    private final String extension;

    CatalogueFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /**
     * The rows of the input, read one by one; the caller closes the input.
     *
     * @throws lyceum.domain.validation.InvalidInput if there is no header that makes sense
     * @throws java.io.UncheckedIOException here or while rows are read, if the input cannot be read
     */
    public abstract ImportSource open(InputStream input, Mapping mapping);

    /** Writes each course it gets as a row that this format's {@link #open} reads. */
    abstract Consumer<Course> writer(OutputStream output);

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    static Optional<CatalogueFormat> ofMediaType(String mediaType) {
        return Stream.of(values()).filter(format -> format.mediaType.equalsIgnoreCase(mediaType)).findFirst();
    }

    public static Optional<CatalogueFormat> named(String name) {
        return Stream.of(values()).filter(format -> format.extension.equalsIgnoreCase(name)).findFirst();
    }

    public static Optional<CatalogueFormat> ofFile(String fileName) {
        var extension = fileName.substring(fileName.lastIndexOf('.') + 1);
        return named(extension.equalsIgnoreCase("jsonl") ? "ndjson" : extension);
    }
}
