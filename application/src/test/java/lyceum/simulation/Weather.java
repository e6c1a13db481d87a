package lyceum.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How the network is at the moment: its delays, what it loses and doubles, and who cannot reach what. */
final class Weather {

    /**
     * @param delay the longest time that a message travels
     * @param lostPermille how many messages are lost
     * @param twicePermille how many requests arrive twice
     */
    record Sky(long delay, int lostPermille, int twicePermille) {}

    private final Scheduler scheduler;
    private final Sky calm;
    private final Map<Service, long[]> cutUntil = new EnumMap<>(Service.class);
    private Sky storm;
    private long stormUntil;

    Weather(Scheduler scheduler, Sky calm, int hosts) {
        this.scheduler = scheduler;
        this.calm = calm;
        this.storm = calm;
        for (var service : Service.values()) {
            cutUntil.put(service, new long[hosts]);
        }
    }

    Sky sky() {
        return scheduler.now() < stormUntil ? storm : calm;
    }

    void storm(Sky sky, long micros) {
        storm = sky;
        stormUntil = scheduler.now() + micros;
    }

    void cut(Host host, Service service, long micros) {
        var until = until(service);
        until[host.number()] = Math.max(until[host.number()], scheduler.now() + micros);
    }

    boolean reaches(Host host, Service service) {
        return scheduler.now() >= until(service)[host.number()];
    }

    private long[] until(Service service) {
        return Objects.requireNonNull(cutUntil.get(service));
    }
}
