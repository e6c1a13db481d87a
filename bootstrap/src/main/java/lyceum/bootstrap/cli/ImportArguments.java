package lyceum.bootstrap.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import lyceum.adapters.web.transfer.CatalogueFormat;
import lyceum.application.transfer.Mapping;
import lyceum.domain.validation.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What {@code import} is told.
 *
 * @param rejections where all rejected rows are written to; null shows the first few only
 */
record ImportArguments(Path file, Mapping mapping, CatalogueFormat format, @Nullable Path rejections) {

    static final String USAGE = """
            Usage: import FILE [--map FIELD=COLUMN,...] [--format csv|ndjson] [--rejections FILE]
              --map          the columns to read fields from, where they have other names
              --format       by default it is told by the file's extension
              --rejections   write every row that did not go in there, with its line and the reason""";

    /** Arguments that make no sense; the message says which. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Wrong(String what) {
            super(what, null, false, false);
        }
    }

    private static final class Parsing {
        final Deque<String> rest;
        @Nullable
        String file;
        String map = "";
        @Nullable
        String format;
        @Nullable
        String rejections;

        Parsing(List<String> args) {
            rest = new ArrayDeque<>(args);
        }

        void next() {
            var arg = rest.pop();
            switch (arg) {
                case "--map" -> map = map.isEmpty() ? value(arg) : map + ',' + value(arg);
                case "--format" -> format = value(arg);
                case "--rejections" -> rejections = value(arg);
                case String option when option.startsWith("-") -> throw new Wrong("there is no option " + option);
                case String _ when file != null -> throw new Wrong("there is one file too many: " + arg);
                case String path -> file = path;
            }
        }

        private String value(String option) {
            if (rest.isEmpty()) {
                throw new Wrong(option + " needs a value");
            }
            return rest.pop();
        }
    }

    static ImportArguments parse(List<String> args) {
        var parsing = new Parsing(args);
        while (!parsing.rest.isEmpty()) {
            parsing.next();
        }
        var file = file(parsing.file);
        var rejections = parsing.rejections == null ? null : Path.of(parsing.rejections);
        return new ImportArguments(file, mapping(parsing.map), format(parsing.format, file), rejections);
    }

    private static Path file(@Nullable String name) {
        if (name == null) {
            throw new Wrong("which file?");
        }
        var file = Path.of(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Wrong("there is no file to be read at " + name);
        }
        return file;
    }

    private static Mapping mapping(String text) {
        try {
            return Mapping.parse(text);
        } catch (InvalidInput wrong) {
            throw new Wrong("--" + wrong.getMessage());
        }
    }

    private static CatalogueFormat format(@Nullable String name, Path file) {
        var format = name == null ? CatalogueFormat.ofFile(file.toString()) : CatalogueFormat.named(name);
        return format.orElseThrow(() -> new Wrong("the format must be csv or ndjson: name it with --format"));
    }
}
