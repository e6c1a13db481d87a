package lyceum.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.application.coherence.LoopListener;

/** How the turns of a loop have ended. */
public final class HeardTurns implements LoopListener {

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicLong successes = new AtomicLong();

    @Override
    public void failed(Throwable why) {
        failures.add(why);
    }

    @Override
    public void succeeded() {
        successes.incrementAndGet();
    }

    public List<Throwable> failures() {
        return failures;
    }

    public long successes() {
        return successes.get();
    }
}
