package lyceum.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lyceum.application.transfer.ImportFixture;
import lyceum.fake.FaultyCourseRepository;
import lyceum.fake.FaultyCourseRepository.Operation;
import lyceum.fake.Faults.Fault;
import lyceum.fake.InMemoryCourseRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {

    @TempDir
    private Path folder;

    private final FaultyCourseRepository store = new FaultyCourseRepository(new InMemoryCourseRepository());
    private final ImportFixture fixture = new ImportFixture(store);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(boolean terminal, String... args) {
        var command = new ImportCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), terminal);
        return command.run(List.of(args), () -> fixture.imports);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String out() {
        return out.toString(UTF_8);
    }

    @Test
    void endsWellIfEveryRowWentIn() throws IOException {
        var status = run(false, file("a.csv", "id,name\n1,A\n2,B\n1,A\n"), "--map", "external_id=id,title=name");
        assertThat(status).isZero();
        assertThat(out()).startsWith("2 created, 1 updated (1 of them unchanged), 0 rejected in ");
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(fixture.all()).hasSize(2);
    }

    @Test
    void showsTheFirstRejectionsAndWritesAllOfThem() throws IOException {
        var rows =
                IntStream.range(0, 50).mapToObj(i -> "{\"external_id\":" + i + "}").collect(Collectors.joining("\n"));
        var all = folder.resolve("rejected.txt");
        var status = run(false, "--rejections", all.toString(), file("a.jsonl", rows));
        assertThat(status).isEqualTo(1);
        assertThat(out()).contains("50 rejected", "  line 1: title is missing", "line 20:", "  and 30 more");
        assertThat(out()).doesNotContain("line 21:");
        assertThat(Files.readAllLines(all)).hasSize(50).last().isEqualTo("line 50: title is missing");
    }

    @Test
    void drawsABarOnATerminal() throws IOException {
        run(true, file("a.csv", "external_id,title\n1,A\n"));
        assertThat(out()).startsWith("\r[##############################] 100 %  1 rows  ")
                .contains(" in all\u001b[K\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nowhere.csv", "a.txt", "a.csv b.csv", "a.csv --map", "a.csv --map titel=x",
        "a.csv --fast", "a.csv --format xml", "a.csv --map title=x"})
    void tellsHowItIsUsed(String args) throws IOException {
        for (var name : List.of("a.csv", "b.csv", "a.txt")) {
            file(name, "external_id,title\n1,A\n");
        }
        var words = args.isEmpty() ? new String[0] : args.split(" ", -1);
        for (var i = 0; i < words.length; i++) {
            words[i] = words[i].endsWith(".csv") || words[i].endsWith(".txt")
                    ? folder.resolve(words[i]).toString()
                    : words[i];
        }
        assertThat(run(false, words)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isNotBlank();
        assertThat(fixture.all()).isEmpty();
    }

    @Test
    void saysHowFarItCameWhenTheStoreFails() throws IOException {
        store.faults().inject(Fault.FAIL_BEFORE, Operation.SAVE_ALL);
        assertThat(run(false, file("a.csv", "external_id,title\n1,A\n"))).isEqualTo(1);
        assertThat(out()).contains("0 created");
        assertThat(err.toString(UTF_8)).contains("ended early", "To run it again is safe");
    }
}
