package lyceum.e2e.coherence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A reader at each place of a cluster and two writers. The last course is left to whoever wants to write one alone. */
final class Traffic implements AutoCloseable {

    private static final int WRITERS = 2;

    private final Cluster cluster;
    private final History history;
    private final AtomicBoolean quiet = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger lastWritten = new AtomicInteger();
    private final List<CompletableFuture<Void>> readers = new ArrayList<>();
    private final List<CompletableFuture<Void>> writers = new ArrayList<>();

    Traffic(Cluster cluster, History history, long seed) {
        this.cluster = cluster;
        this.history = history;
        for (var place = 0; place < cluster.instances().size(); place++) {
            readers.add(start(new Reader(cluster, place, lastWritten, reading(), over::get)));
        }
        for (var writer = 0; writer < WRITERS; writer++) {
            writers.add(start(
                    new Writer(cluster, share(writer), lastWritten, history.log(), quiet::get, seed + writer)));
        }
    }

    private static CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work, Thread::startVirtualThread);
    }

    private List<Integer> share(int writer) {
        return IntStream.range(0, spare()).filter(key -> key % WRITERS == writer).boxed().toList();
    }

    private Reading reading() {
        return new Reading(cluster, Reading.SAYS_STALE, history.log());
    }

    int spare() {
        return cluster.courses().size() - 1;
    }

    History history() {
        return history;
    }

    /** Makes the readers look at a course more often, until a writer makes them look at another. */
    void look(int key) {
        lastWritten.set(key);
    }

    /** Every course at once of one instance. */
    CompletableFuture<Void> readAll(Instance instance) {
        return CompletableFuture.allOf(IntStream.range(0, cluster.courses().size())
                .mapToObj(key -> start(() -> reading().read(instance, key)))
                .toArray(CompletableFuture[]::new));
    }

    void stopWriting() {
        quiet.set(true);
        writers.forEach(CompletableFuture::join);
    }

    @Override
    public void close() {
        over.set(true);
        stopWriting();
        readers.forEach(CompletableFuture::join);
    }
}
