package lyceum.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Execution;

/**
 * A process on a machine with a clock of its own, which is off by up to hours and a little too fast or slow. It may be
 * paused, while its clock goes on, or crash, which forgets everything that it was about to do.
 */
final class Host implements InstantSource, Execution {

    private static final long BEGIN = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final double MICROS = 1_000;

    private final String name;
    private final int number;
    private final Scheduler scheduler;
    private final long offsetMillis;
    private final double rate;
    private int life;
    private long pausedUntil;
    private long pausedInAll;
    private boolean down;

    /** @param rate how much faster than true time its clock goes: 1 is right */
    Host(String name, int number, Scheduler scheduler, long offsetMillis, double rate) {
        this.name = name;
        this.number = number;
        this.scheduler = scheduler;
        this.offsetMillis = offsetMillis;
        this.rate = rate;
    }

    int number() {
        return number;
    }

    int life() {
        return life;
    }

    boolean down() {
        return down;
    }

    long pausedUntil() {
        return pausedUntil;
    }

    /** For how long it has been paused since the beginning, what is still to come included. */
    long pausedInAll() {
        return pausedInAll;
    }

    void pause(long micros) {
        var until = scheduler.now() + micros;
        pausedInAll += Math.max(0, until - Math.max(pausedUntil, scheduler.now()));
        pausedUntil = Math.max(pausedUntil, until);
    }

    void crash() {
        life++;
        down = true;
    }

    void restarted() {
        down = false;
    }

    @Override
    public long millis() {
        return millisAt(scheduler.now());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    long millisAt(long micros) {
        return BEGIN + offsetMillis + (long) Math.floor(micros * rate / MICROS);
    }

    /** True time when this clock shows a time. */
    long microsWhen(long millis) {
        return (long) Math.floor((millis - BEGIN - offsetMillis) * MICROS / rate);
    }

    void later(long micros, Runnable step) {
        scheduler.after(micros, this, step);
    }

    void atTimeout(Service service, Runnable step) {
        scheduler.afterTimeout(service, this, step);
    }

    @Override
    public <T> CompletionStage<T> call(Callable<T> work) {
        var done = new CompletableFuture<T>();
        later(0, () -> {
            try {
                done.complete(work.call());
            } catch (Exception failure) {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }

    @Override
    public CompletionStage<Void> after(Duration delay) {
        var done = new CompletableFuture<Void>();
        later(Math.round(delay.toMillis() * MICROS / rate), () -> done.complete(null));
        return done;
    }

    @Override
    public String toString() {
        return name;
    }
}
