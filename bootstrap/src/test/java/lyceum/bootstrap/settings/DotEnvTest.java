package lyceum.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotEnvTest {

    @Test
    void valuesMayBeQuotedExportedAndCommented() {
        DotEnv file = DotEnv.parse("""
                # a comment
                PLAIN=value
                  INDENTED = spaced out   # and a comment
                HASH=a#b
                export EXPORTED=yes
                SINGLE='literal \\n # "kept"' # comment
                DOUBLE="line\\nbreak \\"quoted\\" \\\\ # kept"
                EMPTY=
                ONLY_COMMENT= # nothing
                EQUALS=a=b==

                TWICE=first
                TWICE=last
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.variables()).containsExactlyInAnyOrderEntriesOf(Map.of(
                "PLAIN", "value",
                "INDENTED", "spaced out",
                "HASH", "a#b",
                "EXPORTED", "yes",
                "SINGLE", "literal \\n # \"kept\"",
                "DOUBLE", "line\nbreak \"quoted\" \\ # kept",
                "EMPTY", "",
                "ONLY_COMMENT", "",
                "EQUALS", "a=b==",
                "TWICE", "last"));
    }

    @Test
    void filesOfWindowsAreRead() {
        assertThat(DotEnv.parse("\uFEFFA=1\r\nB=\"2\"\r\n").variables()).isEqualTo(Map.of("A", "1", "B", "2"));
    }

    @Test
    void aBrokenLineIsNamedButNotShown() {
        DotEnv file = DotEnv.parse("A=1\nJWT_SECRET hunter2\nB='hunter2\nC=\"hunter2\" hunter2\n");

        assertThat(file.problems().toString())
                .contains(".env line 2: is not of the form", ".env line 3: has a quote", ".env line 4: has a quote")
                .doesNotContain("hunter2");
    }

    @Test
    void theEnvironmentWinsOverTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(".env");
        Files.writeString(file, "LYCEUM_PORT=1\nLYCEUM_MONGO_POOL=2\nLYCEUM_MAX_LOADS=3\n");

        Settings settings = Settings.of(Map.of("LYCEUM_PORT", "9", "LYCEUM_MAX_LOADS", ""), file);

        assertThat(settings.http().port()).isEqualTo(9);
        assertThat(settings.stores().mongoPool()).isEqualTo(2);
        assertThat(settings.stores().maxLoads()).as("emptied: the default").isEqualTo(64);
    }

    @Test
    void noFileIsNoProblem(@TempDir Path folder) {
        assertThat(Settings.of(Map.of(), folder.resolve(".env"))).isEqualTo(Settings.of(Map.of()));
    }

    @Test
    void problemsOfTheFileAreToldWithTheOthers(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(".env");
        Files.writeString(file, "nonsense\nLYCEUM_PROT=1\n");

        assertThatThrownBy(() -> Settings.of(Map.of("DEBUG", "2"), file))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll(
                        ".env line 1: is not of the form NAME=value",
                        "DEBUG: \"2\"",
                        "LYCEUM_PROT: is not a setting; did you mean LYCEUM_PORT?");
    }

    @Test
    void aFileThatIsNoTextIsAProblem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(".env");
        Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThatThrownBy(() -> Settings.of(Map.of(), file)).hasMessageContaining("cannot be read as UTF-8 text");
    }
}
