package lyceum.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests to servers and answers back, each with a delay of its own, so that one may overtake another. Any of them
 * may be lost, and a request may arrive twice; whoever gets no answer in time gets a failure, and cannot tell which it was.
 */
final class Network {

    /** @param unavailable what a caller gets who gets no answer */
    record Server(Host host, Function<Op, Throwable> unavailable) {}

    private final long seed;
    private final Weather weather;
    private final Timeline timeline;
    private final Map<Service, Server> servers;
    private final Map<Op, int[]> sent = new EnumMap<>(Op.class);

    Network(long seed, Weather weather, Timeline timeline, Map<Service, Server> servers, int hosts) {
        this.seed = seed;
        this.weather = weather;
        this.timeline = timeline;
        this.servers = servers;
        for (var op : Op.values()) {
            sent.put(op, new int[hosts]);
        }
    }

    <T> CompletionStage<T> call(Host client, Op op, @Nullable Object subject, Supplier<CompletionStage<T>> work) {
        var number = Objects.requireNonNull(sent.get(op))[client.number()]++;
        var dice = new Dice(seed, client.number(), op.name().hashCode(), number);
        var server = Objects.requireNonNull(servers.get(op.service()));
        var exchange = new Exchange<>(client, op, subject, server, dice, work);
        exchange.begin();
        return exchange.answer;
    }

    private final class Exchange<T> {
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private final Host client;
        private final int life;
        private final Op op;
        private final @Nullable Object subject;
        private final Server server;
        private final Dice dice;
        private final Supplier<CompletionStage<T>> work;

        Exchange(
                Host client,
                Op op,
                @Nullable Object subject,
                Server server,
                Dice dice,
                Supplier<CompletionStage<T>> work) {
            this.client = client;
            this.life = client.life();
            this.op = op;
            this.subject = subject;
            this.server = server;
            this.dice = dice;
            this.work = work;
        }

        void begin() {
            client.atTimeout(op.service(), this::timeOut);
            request();
            if (dice.chance(weather.sky().twicePermille())) {
                request();
            }
        }

        private void request() {
            if (lost()) {
                note("lost on the way:");
                return;
            }
            server.host().later(delay(), this::arrive);
        }

        private boolean lost() {
            return !weather.reaches(client, op.service()) || dice.chance(weather.sky().lostPermille());
        }

        private long delay() {
            return dice.between(200, weather.sky().delay());
        }

        private void arrive() {
            if (server.host().down() || !weather.reaches(client, op.service())) {
                return;
            }
            var life = server.host().life();
            var _ = work.get().whenComplete((value, failure) -> {
                if (life == server.host().life()) {
                    respond(value, failure);
                }
            });
        }

        private void respond(T value, @Nullable Throwable failure) {
            if (timeline.on() && !(op.routine() && failure == null)) {
                note((failure == null ? String.valueOf(value) : failure.toString()) + " <-");
            }
            if (lost()) {
                note("answer lost:");
                return;
            }
            client.later(delay(), () -> land(value, failure));
        }

        private void land(T value, @Nullable Throwable failure) {
            if (life != client.life() || !weather.reaches(client, op.service())) {
                return;
            }
            if (failure == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(failure);
            }
        }

        private void timeOut() {
            if (!answer.isDone()) {
                note("no answer:");
                answer.completeExceptionally(server.unavailable().apply(op));
            }
        }

        private void note(String what) {
            if (timeline.on()) {
                timeline.note(client, what + " " + op + (subject == null ? "" : " " + subject));
            }
        }
    }
}
