package lyceum.bench;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A server under measurement: a process of its own on a port of its own. */
record Program(String name, Process process, String url) implements AutoCloseable {

    static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration START = Duration.ofSeconds(60);
    private static final Pattern OURS = Pattern.compile(
            "(adapters|bootstrap.target.classes|application|domain|micronaut-(security|redis|data|mongo))[^/]*");
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    static Program lyceum(String name, int port, Map<String, String> settings) throws IOException {
        var data = Files.createTempDirectory("lyceum-bench");
        var builder = new ProcessBuilder(JAVA, "-jar", System.getProperty("lyceum.jar", "target/lyceum.jar"));
        builder.environment().putAll(settings);
        builder.environment().putAll(Map.of("LYCEUM_PORT", "" + port, "LYCEUM_DATA", data.toString()));
        return start(name, builder, "http://127.0.0.1:" + port);
    }

    static Program bare(int port, Path body) throws IOException {
        var command = new ArrayList<>(List.of(JAVA, "-cp", nothingOfOurs()));
        command.addAll(List.of(BareServer.class.getName(), "" + port, body.toString()));
        return start("bare", new ProcessBuilder(command), "http://127.0.0.1:" + port);
    }

    /** The class path without Lyceum's filters, and without the libraries that bring some of their own. */
    private static String nothingOfOurs() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !OURS.matcher(entry).find())
                .collect(joining(File.pathSeparator));
    }

    private static Program start(String name, ProcessBuilder builder, String url) throws IOException {
        var log = Files.createTempFile("lyceum-bench-" + name.replace(' ', '-'), ".log");
        return new Program(name, builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), url);
    }

    /** Waits until the path answers. */
    Program ready(String path) throws InterruptedException {
        var end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (HTTP.send(request(path), BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException(name + " did not start");
    }

    String get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path), BodyHandlers.ofString()).body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).build();
    }

    /** The memory the process has in RAM, in MiB. */
    long residentMiB() throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
