package lyceum.adapters.web.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonReader;
import lyceum.application.transfer.Rejection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpooledRejectionsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SpooledRejections.MOST_IN_MEMORY, SpooledRejections.MOST_IN_MEMORY + 1, 5_000})
    void givesBackAllOfThem(int count) throws Exception {
        var before = files();
        try (var rejections = new SpooledRejections()) {
            for (var line = 1; line <= count; line++) {
                rejections.add(new Rejection(line, line % 2 == 0 ? "title" : null, "is \"missing\""));
            }
            try (var elements = rejections.elements()) {
                var json = JsonReader.read(("[" + new String(elements.readAllBytes(), UTF_8) + "]").getBytes(UTF_8));
                assertThat(((Json.Arr) json).elements()).hasSize(count);
            }
        }
        assertThat(files()).isEqualTo(before);
    }

    private static long files() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("lyceum-rejections-")).count();
        }
    }
}
