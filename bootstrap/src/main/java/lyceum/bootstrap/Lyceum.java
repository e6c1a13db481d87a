package lyceum.bootstrap;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.adapters.mongo.MongoAdapter;
import lyceum.bootstrap.embedded.EmbeddedServers;
import lyceum.bootstrap.settings.Settings;

/** The application and the servers it brings. Closing it stops all it started, the application first. */
final class Lyceum implements AutoCloseable {

    private static final String DATABASE = "lyceum";

    private final List<Runnable> before = new CopyOnWriteArrayList<>();
    private final EmbeddedServers servers;
    private final ApplicationContext context;

    private Lyceum(EmbeddedServers servers, ApplicationContext context) {
        this.servers = servers;
        this.context = context;
    }

    static Lyceum start(Settings settings) {
        var servers = EmbeddedServers.start(settings);
        try {
            var context = ApplicationContext.builder()
                    .banner(false)
                    .deduceEnvironment(false)
                    .properties(properties(settings, servers))
                    .singletons(settings, servers)
                    .start();
            return new Lyceum(servers, context);
        } catch (RuntimeException | Error failure) {
            servers.close();
            throw failure;
        }
    }

    private static Map<String, Object> properties(Settings settings, EmbeddedServers servers) {
        var properties = new HashMap<String, Object>();
        properties.put("micronaut.application.name", "lyceum");
        properties.put("micronaut.server.host", settings.http().host());
        properties.put("micronaut.server.port", settings.http().port() == 0 ? -1 : settings.http().port());
        properties.put("micronaut.lifecycle.graceful-shutdown.enabled", true);
        properties.put("mongodb.uri", withDatabase(servers.mongo().value()));
        // Where the mapped documents are. Left out, the framework looks beside this class, and finds none.
        properties.put("mongodb.package-names", MongoAdapter.class.getPackageName());
        properties.put("mongodb.connection-pool.max-size", settings.stores().mongoPool());
        properties.put(MongoAdapter.TIMEOUT, settings.stores().mongoTimeout().toMillis() + "ms");
        return properties;
    }

    /** The address with a database: its own, or ours if it names none. */
    static String withDatabase(String uri) {
        var query = uri.indexOf('?');
        var place = query < 0 ? uri : uri.substring(0, query);
        var options = query < 0 ? "" : uri.substring(query);
        var slash = place.indexOf('/', place.indexOf("://") + 3);
        var named = slash >= 0 && slash < place.length() - 1;
        return named ? uri : (slash < 0 ? place + '/' : place) + DATABASE + options;
    }

    <T> T get(Class<T> part) {
        return context.getBean(part);
    }

    /** What is to be done first when it closes, while all its parts still work. */
    void beforeClosing(Runnable work) {
        before.add(work);
    }

    EmbeddedServers servers() {
        return servers;
    }

    @Override
    public void close() {
        try {
            before.forEach(Runnable::run);
        } finally {
            closeParts();
        }
    }

    private void closeParts() {
        try {
            context.close();
        } finally {
            servers.close();
        }
    }
}
