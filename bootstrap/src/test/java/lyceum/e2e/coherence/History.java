package lyceum.e2e.coherence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everything that clients did. Each thread keeps a log of its own; they are merged once the threads have ended. */
final class History {

    private final Collection<Log> logs = new ConcurrentLinkedQueue<>();

    /** For one thread. */
    static final class Log {

        private final List<Operation> operations = new ArrayList<>();

        void add(Operation operation) {
            operations.add(operation);
        }
    }

    Log log() {
        var log = new Log();
        logs.add(log);
        return log;
    }

    List<Operation> merged() {
        return logs.stream().flatMap(log -> log.operations.stream()).toList();
    }
}
