package lyceum.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who opens the repository sees six modules, a README and the build: nothing else gathers there. */
class TopLevelTest {

    private static final List<String> MODULES = List.of(
            "domain",
            "application",
            "adapters-redis",
            "adapters-mongo",
            "adapters-web",
            "bootstrap");

    private static final List<String> BUILD = List.of("pom.xml", "mvnw", "mvnw.cmd", ".mvn", ".ci");

    private static final List<String> EXPECTED_BY_TOOLS = List.of(
            "README.md",
            "LICENSE",
            ".gitignore",
            ".editorconfig");

    @Test
    void holdsTheModulesAndWhatToolsExpect() throws Exception {
        var top = topLevel();

        assertThat(top).containsAll(MODULES).containsAll(BUILD);
        assertThat(top).isSubsetOf(Stream.of(MODULES, BUILD, EXPECTED_BY_TOOLS).flatMap(List::stream).toList());
    }

    /** What is in git or would be added to it. An unpacked archive has no git, and no stray files of ours. */
    private static List<String> topLevel() throws IOException, InterruptedException {
        var root = root();
        assumeTrue(Files.exists(root.resolve(".git")), "no git");
        var git = new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var files = new String(git.getInputStream().readAllBytes(), UTF_8);
        assumeTrue(git.waitFor() == 0, "git does not answer");
        return files.lines().map(file -> file.split("/", 2)[0]).distinct().toList();
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("mvnw")) ? here : here.resolve("..").normalize();
    }
}
