package lyceum.e2e.coherence;

import java.util.ArrayList;
import java.util.List;

/** A history of one key by hand, in milliseconds. */
final class Story {

    private static final long MILLI = 1_000_000;

    private final List<Operation> operations = new ArrayList<>();

    Story write(int instance, long version, long start, long end) {
        operations.add(Operation.write(instance, 0, version, start * MILLI, end * MILLI));
        return this;
    }

    Story lostWrite(int instance, long start, long end) {
        operations.add(Operation.failed(Operation.Kind.WRITE, instance, 0, start * MILLI, end * MILLI, "timeout"));
        return this;
    }

    Story read(int instance, long version, long start, long end) {
        operations.add(Operation.read(instance, 0, version, start * MILLI, end * MILLI, false));
        return this;
    }

    Story staleRead(int instance, long version, long start, long end) {
        operations.add(Operation.read(instance, 0, version, start * MILLI, end * MILLI, true));
        return this;
    }

    Operation last() {
        return operations.getLast();
    }

    List<Operation> operations() {
        return operations;
    }
}
