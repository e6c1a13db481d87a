package lyceum.bootstrap.settings;

import static lyceum.bootstrap.settings.KnownSettings.ADMIN_EMAIL;
import static lyceum.bootstrap.settings.KnownSettings.ADMIN_PASSWORD;
import static lyceum.bootstrap.settings.KnownSettings.ENVIRONMENT;
import static lyceum.bootstrap.settings.KnownSettings.JWT_SECRET;
import static lyceum.bootstrap.settings.KnownSettings.MONGO_URI;
import static lyceum.bootstrap.settings.KnownSettings.REDIS_URL;
import static lyceum.bootstrap.settings.KnownSettings.TEST_OFF;
import static lyceum.bootstrap.settings.KnownSettings.TEST_SCHEMA;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When a setting has to be given, or must not be, because of another. They look at what was written, valid or not. */
final class Rules {

    private static final List<Rule> ALL = List.of(
            new Rule(MONGO_URI, Rules::isProduction, "with ENVIRONMENT=production"),
            new Rule(REDIS_URL, Rules::isProduction, "with ENVIRONMENT=production"),
            new Rule(JWT_SECRET, Rules::isProduction, "with ENVIRONMENT=production"),
            new Rule(ADMIN_EMAIL, given -> has(given, ADMIN_PASSWORD), "with LYCEUM_ADMIN_PASSWORD"),
            new Rule(ADMIN_PASSWORD, given -> has(given, ADMIN_EMAIL), "with LYCEUM_ADMIN_EMAIL"));

    private static final Set<Setting<?>> FOR_TESTS = Set.of(TEST_OFF, TEST_SCHEMA);

    private record Rule(Setting<?> setting, Condition condition, String when) {}

    private interface Condition {
        boolean holds(Map<String, String> given);
    }

    private Rules() {}

    static Optional<Problem> broken(Setting<?> setting, Map<String, String> given) {
        if (FOR_TESTS.contains(setting) && has(given, setting) && isProduction(given)) {
            return Optional.of(new Problem(setting.name(), "is for tests, and not with ENVIRONMENT=production"));
        }
        return ALL.stream()
                .filter(rule -> rule.setting().equals(setting))
                .filter(rule -> !has(given, setting) && rule.condition().holds(given))
                .findFirst()
                .map(rule -> missing(setting, rule.when()));
    }

    private static Problem missing(Setting<?> setting, String when) {
        return new Problem(setting.name(), "is required " + when + "; allowed: " + setting.format().allowed());
    }

    private static boolean isProduction(Map<String, String> given) {
        return given.getOrDefault(ENVIRONMENT.name(), "").strip().equalsIgnoreCase("production");
    }

    private static boolean has(Map<String, String> given, Setting<?> setting) {
        return !given.getOrDefault(setting.name(), "").isBlank();
    }
}
