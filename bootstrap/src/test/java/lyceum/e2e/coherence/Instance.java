package lyceum.e2e.coherence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lyceum.e2e.Artefact;
import lyceum.e2e.Client;
import lyceum.e2e.coherence.Operation.Kind;

/** One process of the program, with its own way to Redis. Started again, it is another instance with the same way. */
public final class Instance implements AutoCloseable {

    private static final String SMALL = "-Xmx96m -Xss512k -XX:+UseSerialGC";

    private final int number;
    private final Path folder;
    private final Map<String, String> settings;
    private final FaultProxy proxy;
    private final Artefact process;
    private volatile Set<Kind> admitted = EnumSet.allOf(Kind.class);

    private Instance(int number, Path folder, Map<String, String> settings, FaultProxy proxy) {
        this.number = number;
        this.folder = folder;
        this.settings = settings;
        this.proxy = proxy;
        try {
            this.process = Artefact.start(Files.createDirectories(folder), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Instance start(int number, Path folder, Map<String, String> settings, FaultProxy proxy) {
        var own = new HashMap<>(settings);
        own.put("REDIS_URL", "redis://127.0.0.1:" + proxy.port());
        own.put("JDK_JAVA_OPTIONS", SMALL);
        return new Instance(number, folder, Map.copyOf(own), proxy);
    }

    /** With what else is to be set. */
    public Instance startAgain(int newNumber, Map<String, String> more) {
        var changed = new HashMap<>(settings);
        changed.putAll(more);
        return new Instance(newNumber, folder, changed, proxy);
    }

    public int number() {
        return number;
    }

    public FaultProxy proxy() {
        return proxy;
    }

    public Client client() {
        return process.client();
    }

    /**
     * As a load balancer does: whoever asks first keeps away if the process is about to be paused, killed or stopped.
     */
    void admitOnly(Set<Kind> kinds) {
        admitted = kinds;
    }

    void admitAll() {
        admitted = EnumSet.allOf(Kind.class);
    }

    boolean admits(Kind kind) {
        return admitted.contains(kind);
    }

    public boolean alive() {
        return process.process().isAlive();
    }

    public void pause() {
        Signals.pause(process.process().pid());
    }

    public void resume() {
        Signals.resume(process.process().pid());
    }

    public void kill() {
        process.process().destroyForcibly();
        process.process().onExit().join();
    }

    /** As an operator stops it. */
    void stop() {
        process.close();
    }

    /** Whatever state it is in. */
    @Override
    public void close() {
        if (alive()) {
            kill();
        }
        proxy.close();
    }
}
