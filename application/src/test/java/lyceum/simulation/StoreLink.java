package lyceum.simulation;

import static java.util.concurrent.CompletableFuture.completedStage;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Committed;
import lyceum.application.cache.Loaded;
import lyceum.application.cache.Loader;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.course.CourseFeed;

/** The store as one instance sees it, over the network: to load from, to write to, and what it tells of changes. */
final class StoreLink implements Loader, CourseFeed {

    private final Store store;
    private final Feed feed;
    private final Host client;
    private final Network network;
    private final Scheduler scheduler;
    private final Oracle oracle;

    StoreLink(Store store, Feed feed, Host client, Network network, Scheduler scheduler, Oracle oracle) {
        this.store = store;
        this.feed = feed;
        this.client = client;
        this.network = network;
        this.scheduler = scheduler;
        this.oracle = oracle;
    }

    @Override
    public CompletionStage<Loaded> load(CacheKey key) {
        var load = oracle.loads().began(client, Catalogue.number(key));
        return content(key).whenComplete((_, _) -> oracle.loads().ended(load));
    }

    /** As {@link #load} when nobody watches how many there are. */
    CompletionStage<Loaded> content(CacheKey key) {
        var number = Catalogue.number(key);
        var began = scheduler.now();
        return network.call(client, Op.LOAD, key, () -> completedStage(new Loaded(store.content(number, began))));
    }

    CompletionStage<Store.Found> find(int course) {
        return network.call(client, Op.FIND, Catalogue.name(course), () -> completedStage(store.find(course)));
    }

    /**
     * @param known whether the writer knows what to publish
     * @return the number of the change, 0 if there was none
     */
    CompletionStage<Committed<Long>> commit(int course, Store.Found expected, Store.Change change, boolean known) {
        return network.call(client, Op.COMMIT, Catalogue.name(course), () -> {
            if (!store.commit(course, expected, change)) {
                return completedStage(Committed.nothing(0L));
            }
            var key = Catalogue.key(course);
            return completedStage(Committed.of(
                    store.changes(course), known ? Map.of(key, store.written(course)) : Map.of(),
                    Catalogue.tags(expected.art(), store.find(course).moved())));
        });
    }

    @Override
    public CompletionStage<Changes> since(Duration ago) {
        return network.call(client, Op.FEED, ago, () -> completedStage(feed.since(ago.toMillis())));
    }

    @Override
    public CompletionStage<Changes> after(Position position) {
        return network.call(client, Op.FEED, position, () -> completedStage(feed.after(position)));
    }
}
