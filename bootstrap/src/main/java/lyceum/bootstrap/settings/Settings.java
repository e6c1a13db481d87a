package lyceum.bootstrap.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.identity.Email;

/** All that an operator chose, checked. It prints without secrets. */
public record Settings(
        Environment environment,
        boolean debug,
        Http http,
        Stores stores,
        Tokens tokens,
        Caching caching,
        Optional<Administrator> administrator,
        boolean sampleCatalogue) {

    /** @param trustedProxies load balancers, by address or subnet */
    public record Http(String host, int port, long maxBodyBytes, List<String> trustedProxies) {}

    /**
     * Where the data is.
     *
     * @param mongo no address: the embedded server
     * @param redis no address: the embedded server
     * @param data the folder of the embedded servers
     * @param maxLoads how many reads of MongoDB the cache may have under way
     */
    public record Stores(
            Optional<ServerUri> mongo,
            Optional<ServerUri> redis,
            Path data,
            Duration mongoTimeout,
            int mongoPool,
            int maxLoads,
            Duration redisTimeout) {}

    /**
     * How tokens are made.
     *
     * @param secret none: the one kept in the data folder
     * @param otherSecrets known, though nothing is signed with them
     * @param keysFile none: access tokens are signed with the secret
     */
    public record Tokens(
            Optional<Secret> secret,
            List<Secret> otherSecrets,
            Optional<Path> keysFile,
            Duration access,
            Duration refresh) {}

    public record Administrator(Email email, Secret password) {}

    /**
     * How reads are cached.
     *
     * @param tiers nearest first; none if caching is off
     * @param jitter the share by which fresh times are varied
     * @param stale how much longer than fresh an entry is kept
     */
    public record Caching(
            List<TierName> tiers,
            long l1MaxBytes,
            FreshTimes fresh,
            double jitter,
            Duration stale,
            Duration softTimeout,
            Duration hardTimeout,
            Coherence coherence,
            boolean warm) {

        public boolean on() {
            return !tiers.isEmpty();
        }
    }

    /**
     * @param bound how old an answer from a tier may be
     * @param off what is switched off, for tests
     * @param schema the number of the cached form, if a test chose another
     */
    public record Coherence(Duration bound, Set<Mechanism> off, Optional<Integer> schema) {}

    /** How long each kind of entry is fresh; the last four are the classes that a call may ask for. */
    public record FreshTimes(
            Duration course,
            Duration list,
            Duration missing,
            Duration hot,
            Duration warm,
            Duration cold,
            Duration fixed) {}

    /** The environment of this process over the {@code .env} file of its working directory. */
    public static Settings load() {
        return of(System.getenv(), Path.of(".env"));
    }

    /** @throws InvalidSettings with every problem */
    static Settings of(Map<String, String> environment, Path dotEnv) {
        DotEnv file = DotEnv.read(dotEnv);
        Map<String, String> variables = new HashMap<>(file.variables());
        variables.putAll(environment);
        return SettingsReader.read(Values.of(variables, file.problems()));
    }

    /** Only the given variables, for tests. */
    public static Settings of(Map<String, String> variables) {
        return SettingsReader.read(Values.of(variables, List.of()));
    }

    /** Every setting with its default, what is allowed and what it means, for an operator. */
    public static String help() {
        return Help.text();
    }
}
