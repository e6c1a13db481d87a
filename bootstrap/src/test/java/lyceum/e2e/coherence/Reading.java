package lyceum.e2e.coherence;

import java.util.function.Predicate;
import lyceum.e2e.Client;
import lyceum.e2e.Client.Reply;

/** One read of a course, and its entry in a log. */
final class Reading {

    /** An answer that says that it may be out of date, in the words of RFC 9211. */
    static final Predicate<Reply> SAYS_STALE = reply -> {
        var status = reply.header("Cache-Status");
        return status.contains("fwd=stale") || status.contains("detail=stale");
    };

    private final Cluster cluster;
    private final Predicate<Reply> stale;
    private final History.Log log;

    Reading(Cluster cluster, Predicate<Reply> stale, History.Log log) {
        this.cluster = cluster;
        this.stale = stale;
        this.log = log;
    }

    void read(Instance instance, int key) {
        var client = new Client(instance.client().url());
        var start = System.nanoTime();
        try {
            var reply = client.get(cluster.path(key));
            var end = System.nanoTime();
            log.add(reply.status() == 200
                    ? Operation.read(instance.number(), key, version(reply), start, end, stale.test(reply))
                    : failed(instance, key, start, end, reply.status() + " " + reply.text()));
        } catch (RuntimeException failure) {
            log.add(failed(instance, key, start, System.nanoTime(), failure.toString()));
        }
    }

    private static Operation failed(Instance instance, int key, long start, long end, String failure) {
        return Operation.failed(Operation.Kind.READ, instance.number(), key, start, end, failure);
    }

    /** Without taking all of it apart: this is done some thousand times a second beside what is measured. */
    static long version(Reply reply) {
        var text = reply.text();
        var start = text.lastIndexOf("\"version\":") + "\"version\":".length();
        var end = start;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return Long.parseLong(text.substring(start, end));
    }
}
