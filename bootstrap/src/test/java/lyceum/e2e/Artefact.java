package lyceum.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code java -jar lyceum.jar} in a process of its own, with what it printed. */
public final class Artefact implements AutoCloseable {

    private static final Path JAR = Path.of("target", "lyceum.jar").toAbsolutePath();
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Pattern URL = Pattern.compile("ready at (http://\\S+) after ([0-9.,]+) s");
    private static final Pattern PASSWORD = Pattern.compile("username=(\\S+) -d 'password=([^']+)'");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<String> url = new CompletableFuture<>();
    private final Thread reader;

    private Artefact(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts the program in a folder, with these settings and no others of ours. */
    public static Artefact start(Path folder, Map<String, String> settings, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        var environment = new HashMap<>(Map.of("LYCEUM_PORT", "0"));
        environment.putAll(settings);
        builder.environment().keySet().removeIf(name -> name.startsWith("LYCEUM_") || ownName(name));
        builder.environment().putAll(environment);
        return new Artefact(builder.start());
    }

    private static boolean ownName(String name) {
        return name.startsWith("JWT_") || List.of("MONGO_URI", "REDIS_URL", "ENVIRONMENT", "DEBUG").contains(name);
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
                var ready = URL.matcher(line);
                if (ready.find()) {
                    url.complete(ready.group(1));
                }
            }
        } catch (IOException closed) {
            // The process is gone; what it printed is kept.
        }
        url.completeExceptionally(new IllegalStateException("it ended:\n" + output()));
    }

    public String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** Waits until it says that it is ready. */
    public Client client() {
        return new Client(url.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
    }

    /** A client with the credentials of the first admin, as they were printed. */
    Client admin() {
        var client = client();
        var credentials = PASSWORD.matcher(waitForOutput("Ctrl-C stops"));
        if (!credentials.find()) {
            throw new IllegalStateException("no credentials in:\n" + output());
        }
        return client.loggedIn(credentials.group(1), credentials.group(2));
    }

    /** The whole output once a text is in it. */
    String waitForOutput(String text) {
        Until.holds("it prints " + text, () -> output().contains(text));
        return output();
    }

    public Process process() {
        return process;
    }

    /** Waits for its end and gives the exit status. */
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it goes on:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
