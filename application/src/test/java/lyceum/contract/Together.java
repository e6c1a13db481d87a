package lyceum.contract;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does something on many threads at once. */
final class Together {

    private Together() {}

    /** @param work is handed its number, from zero; its outcomes come in the order of these */
    static <T> List<T> run(int threads, IntFunction<T> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var calls = IntStream.range(0, threads).<Callable<T>>mapToObj(number -> () -> work.apply(number)).toList();
            return pool.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
