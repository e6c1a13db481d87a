package lyceum.adapters.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

    private static MongoClientSettings settings(Map<String, Object> properties) {
        try (var context = ApplicationContext.run(properties)) {
            return context.getBean(MongoClientSettings.class);
        }
    }

    @Test
    void theDefaults() {
        var settings = settings(Map.of("mongodb.uri", "mongodb://localhost/x"));
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(MILLISECONDS)).isEqualTo(5_000);
    }

    @Test
    void everyStepIsBounded() {
        var settings = settings(Map.of("mongodb.uri", "mongodb://localhost/x", MongoAdapter.TIMEOUT, "700ms"));
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(MILLISECONDS)).isEqualTo(700);
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(MILLISECONDS)).isEqualTo(700);
        assertThat(settings.getSocketSettings().getConnectTimeout(MILLISECONDS)).isEqualTo(700);
        assertThat(settings.getSocketSettings().getReadTimeout(MILLISECONDS)).isEqualTo(700);
        assertThat(settings.getWriteConcern().getWTimeout(MILLISECONDS)).isEqualTo(700);
    }

    @Test
    void noAddressMakesWritesLessDurableOrReadsOlder() {
        var uri = "mongodb://localhost/x?w=1&journal=false&readConcernLevel=local&readPreference=secondary";
        var settings = settings(Map.of("mongodb.uri", uri));
        assertThat(settings.getWriteConcern().getWObject()).isEqualTo(WriteConcern.MAJORITY.getWObject());
        assertThat(settings.getWriteConcern().getJournal()).isTrue();
        assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
    }

    @Test
    void thePoolIsMicronautsToSet() {
        var settings =
                settings(Map.of("mongodb.uri", "mongodb://localhost/x", "mongodb.connection-pool.max-size", "7"));
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
    }
}
