package lyceum.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.TierUnavailable;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.fake.InMemoryCacheTier;
import lyceum.fake.InMemoryChangeLog;
import org.jspecify.annotations.Nullable;

/** Everything there is in one run, put together from its schedule. */
final class World {

    /** What is random but not part of the schedule has streams of its own, by these numbers. */
    private static final int CLOCKS = -1;
    private static final int POLICY = -2;
    private static final int LOG = -3;

    private static final long HOURS = 3 * 3_600_000L;

    final Scheduler scheduler = new Scheduler();
    final Timeline timeline;
    final Verdict verdict;
    final Weather weather;
    final Host shared;
    final Host storage;
    final Store store;
    final Feed feed;
    final InMemoryChangeLog log;
    final InMemoryCacheTier far;
    final Oracle oracle;
    final Users users;
    private final Schedule schedule;
    private final Network network;
    private final Set<Mechanism> off;
    private final List<@Nullable Instance> instances = new ArrayList<>();
    private final List<Host> hosts = new ArrayList<>();

    World(Schedule schedule, Set<Mechanism> off, boolean told) {
        this.schedule = schedule;
        this.off = off;
        var settings = schedule.settings();
        this.timeline = new Timeline(scheduler, told);
        this.verdict = new Verdict(scheduler, timeline);
        for (var number = 0; number < settings.instances(); number++) {
            hosts.add(host(String.valueOf((char) ('A' + number)), number));
            instances.add(null);
        }
        this.shared = host("redis", settings.instances());
        this.storage = host("mongo", settings.instances() + 1);
        this.store = new Store(scheduler);
        this.feed = new Feed(store, storage, settings.feedAtOnce(), settings.latestOnly());
        this.log = new InMemoryChangeLog(shared, shared::after, settings.logCapacity(), off);
        this.far = InMemoryCacheTier.remote("far", shared, Settings.BOUND, log, off);
        var sky = new Weather.Sky(settings.delay(), 0, 0);
        this.weather = new Weather(scheduler, sky, settings.instances());
        this.network = new Network(
                schedule.seed(), weather, timeline, servers(shared, storage), settings.instances());
        var judge = new Judge(store, verdict, schedule.calm(), 6 * settings.delay() + 20_000);
        this.oracle = new Oracle(scheduler, judge, verdict, timeline, schedule.calm());
        this.users = new Users(scheduler, oracle, timeline);
    }

    private Host host(String name, int number) {
        var dice = new Dice(schedule.seed(), CLOCKS, number);
        var rate = 1 + (dice.fraction() - 0.5) / 500;
        return new Host(name, number, scheduler, dice.between(-HOURS, HOURS), rate);
    }

    private static Map<Service, Network.Server> servers(Host shared, Host storage) {
        var cache = new Network.Server(shared, op -> new TierUnavailable("far", "no answer to " + op));
        var servers = new EnumMap<Service, Network.Server>(Service.class);
        servers.put(Service.CACHE, cache);
        servers.put(Service.LOG, cache);
        servers.put(Service.STORE, new Network.Server(
                storage, op -> new CatalogueUnavailable(new IllegalStateException("no answer to " + op))));
        return servers;
    }

    int size() {
        return hosts.size();
    }

    Host host(int number) {
        return hosts.get(number);
    }

    /** Null while it is down. */
    @Nullable
    Instance instance(int number) {
        return instances.get(number);
    }

    void stop(int number) {
        instances.set(number, null);
    }

    void start(int number) {
        var host = hosts.get(number);
        var settings = schedule.settings();
        var seed = schedule.seed();
        host.restarted();
        var times = new Translation(host, shared, settings.clockError());
        CacheTier link = new TierLink(far, host, network, times);
        var logLink = new LogLink(
                log, host, network, times, new Dice(seed, LOG, number), settings.toldTwicePermille(), off);
        var storeLink = new StoreLink(store, feed, host, network, scheduler, oracle);
        var dice = new Dice(seed, POLICY, number, host.life());
        instances.set(number, new Instance(host, link, logLink, storeLink, settings, dice, off));
    }
}
