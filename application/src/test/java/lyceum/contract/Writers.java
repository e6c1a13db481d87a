package lyceum.contract;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Threads that write, each by its number from 0, while this one follows: again and again, and once more when they are done. */
final class Writers {

    private Writers() {}

    static void followed(int count, IntConsumer write, Runnable follow) throws Exception {
        try (var threads = Executors.newFixedThreadPool(count)) {
            var writers = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(() -> write.accept(number)))
                    .toList();
            while (!writers.stream().allMatch(Future::isDone)) {
                follow.run();
            }
            for (var writer : writers) {
                writer.get();
            }
        }
        follow.run();
    }
}
