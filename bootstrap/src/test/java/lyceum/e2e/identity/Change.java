package lyceum.e2e.identity;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.LongStream;
import lyceum.e2e.Client;
import lyceum.e2e.Client.Reply;
import lyceum.e2e.Until;

/**
 * Something that takes a right from a token, or gives it one.
 *
 * @param act returns when it is acknowledged
 * @param token whose right it is
 * @param probe asks for what it is a right to
 * @param before the status of the answer without the change
 * @param after the one with it
 */
record Change(String name, Runnable act, String token, Function<Client, Reply> probe, int before, int after) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(1);

    /** After which somebody who was let in is not. */
    static Change refusal(String name, String token, Runnable act) {
        return new Change(name, act, token, client -> client.get("/auth/me"), 200, 401);
    }

    /** Anything but the one or the other would be wrong at any time. */
    int status(Member at) {
        var reply = probe.apply(at.with(token));
        if (reply.status() != before && reply.status() != after) {
            throw new AssertionError(name + ": " + reply.status() + ' ' + reply.text());
        }
        return reply.status();
    }

    /**
     * Makes it, once it is known to be yet to come.
     *
     * @return what {@link #lag} is at each of these
     */
    LongStream lags(List<Member> at) {
        at.forEach(member -> Until.holds(name + " is yet to come", () -> status(member) == before));
        act.run();
        var acknowledged = System.nanoTime();
        var lags = at.stream()
                .map(member -> CompletableFuture.supplyAsync(() -> lag(member, acknowledged),
                        Thread::startVirtualThread))
                .toList();
        return lags.stream().mapToLong(CompletableFuture::join);
    }

    /**
     * Asks until the change is seen.
     *
     * @return nanoseconds from the acknowledgement to the start of the last request that was answered as before; zero if there
     *     was none
     */
    private long lag(Member at, long acknowledged) {
        var last = acknowledged;
        for (var start = System.nanoTime(); start - acknowledged < PATIENCE.toNanos(); start = System.nanoTime()) {
            if (status(at) == after) {
                return last - acknowledged;
            }
            last = start;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError(name + " is not seen after " + PATIENCE);
    }
}
