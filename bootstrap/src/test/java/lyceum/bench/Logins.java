package lyceum.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Clients that sign in again and again, each to an account of its own and with the right password, until they are closed. */
final class Logins implements AutoCloseable {

    private static final String PASSWORD = "a password for measuring";

    private final Program program;
    private final List<Thread> clients;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final LongAdder done = new LongAdder();
    private final LongAdder others = new LongAdder();

    Logins(Program program, int count) {
        this.program = program;
        clients = IntStream.range(0, count)
                .mapToObj(i -> Thread.ofVirtual().start(() -> logIn(email(i))))
                .toList();
    }

    static void register(Program program, int accounts) throws IOException, InterruptedException {
        for (var i = 0; i < accounts; i++) {
            var account = "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"X\"}".formatted(email(i), PASSWORD);
            var status = post(program, "/auth/register", account);
            if (status != 201) {
                throw new IllegalStateException("register: " + status);
            }
        }
    }

    private static String email(int number) {
        return "client" + number + "@example.org";
    }

    private static int post(Program program, String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(program.url() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return Program.HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private void logIn(String email) {
        var credentials = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
        while (!stopped.get()) {
            try {
                (post(program, "/auth/login", credentials) == 200 ? done : others).increment();
            } catch (IOException e) {
                others.increment();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    long done() {
        return done.sum();
    }

    /** Attempts that came to nothing. */
    long others() {
        return others.sum();
    }

    /** After the last answer. */
    @Override
    public void close() {
        stopped.set(true);
        try {
            for (var client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
