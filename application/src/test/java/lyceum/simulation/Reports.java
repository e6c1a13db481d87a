package lyceum.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where what was found is written for people to read. */
final class Reports {

    private static final Path FOLDER = Path.of("target", "simulation");

    private Reports() {}

    static void write(String file, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @SuppressWarnings("SystemOut")
    static void say(String text) {
        System.out.println(text);
    }
}
