package lyceum.adapters.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.adapters.web.support.Jwks;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class KeyRingTest {

    private final ManualClock clock = new ManualClock();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(KeyRing.class);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    @Test
    void theIdOfASecretTellsNothingOfItAndIsTheSameForAllWhoHaveIt() {
        var id = TokenKey.ofSecret(TokenInstance.SECRET).id();
        assertThat(id).hasSize(16).isEqualTo(TokenKey.ofSecret(TokenInstance.SECRET).id());
        assertThat(TokenKey.ofSecret(TokenInstance.SECRET + "x").id()).isNotEqualTo(id);
        assertThat(TokenInstance.SECRET).doesNotContain(id);
    }

    @Test
    void theFirstPrivateKeyOfTheFileSignsAndAllAreKnown() {
        var keys = List.of(Jwks.es256("a").toPublicJWK(), Jwks.edDsa("b"), Jwks.es256("c"));
        var file = Jwks.write(folder.resolve("keys"), keys.get(0), keys.get(1), keys.get(2));
        var ring = TokenInstance.withFile(file, clock).keys.current();
        assertThat(ring.signing().id()).isEqualTo("b");
        assertThat(ring).hasToString("signed with EdDSA key b, keys known: 3");
    }

    @Test
    void besideAFileThatSignsTheSecretCountsOnlyIfItIsListed() {
        var file = Jwks.write(folder.resolve("keys"), Jwks.es256("a"));
        var bySecret = new TokenInstance(TokenKeys.of(TokenInstance.SECRET), clock).token();
        assertThat(TokenInstance.withFile(file, clock).accepts(bySecret)).isFalse();
        assertThat(TokenInstance.withFile(file, clock, TokenInstance.SECRET).accepts(bySecret)).isTrue();
    }

    @Test
    void aFileWithoutPrivateKeysLeavesTheSecretToSign() {
        var file = Jwks.write(folder.resolve("keys"), Jwks.es256("a").toPublicJWK());
        var instance = TokenInstance.withFile(file, clock);
        assertThat(instance.keys.current()).hasToString("signed with HS256 key HBnm2_AsXmLpnQaJ, keys known: 2");
        assertThat(instance.accepts(instance.token())).isTrue();
    }

    @Test
    void aChangedFileCountsWithoutARestart() {
        var file = Jwks.write(folder.resolve("keys"), Jwks.es256("a"));
        var instance = TokenInstance.withFile(file, clock);
        var token = instance.token();
        assertThat(instance.accepts(token)).isTrue();
        Jwks.write(file, Jwks.edDsa("b"));
        assertThat(instance.accepts(token)).isTrue();

        instance.keys.look();
        assertThat(instance.accepts(token)).isFalse();
        assertThat(instance.accepts(instance.token())).isTrue();
        assertThat(published(instance)).containsExactly("b");
    }

    private static List<String> published(TokenInstance instance) {
        try {
            var json = new String(instance.keys.current().published(), StandardCharsets.UTF_8);
            return JWKSet.parse(json).getKeys().stream().map(key -> key.getKeyID()).toList();
        } catch (ParseException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** The time of its last change does not matter: only what it says. */
    @Test
    void anUnchangedFileChangesNothing() {
        var key = Jwks.es256("a");
        var file = Jwks.write(folder.resolve("keys"), key);
        var ring = TokenInstance.withFile(file, clock).keys;
        var before = ring.current();
        Jwks.write(file, key);
        ring.look();
        assertThat(ring.current()).isSameAs(before);
        assertThat(log.list).isEmpty();
    }

    /** Each fault is told once, and nothing of what stands in the file. */
    @Test
    void aBrokenFileKeepsTheKeysBeforeAndIsToldOf() throws IOException {
        var key = Jwks.edDsa("a");
        var file = Jwks.write(folder.resolve("keys"), key);
        var instance = TokenInstance.withFile(file, clock);
        var token = instance.token();
        var broken = List.of("hunter2", "{\"keys\":[]}", Jwks.json(key).replace("Ed25519", "hunter2"),
                Jwks.json(key).substring(0, 100), Jwks.json(key, key));
        for (var content : broken) {
            Jwks.write(file, content);
            instance.keys.look();
            instance.keys.look();
            assertThat(instance.accepts(token)).isTrue();
        }
        Files.delete(file);
        instance.keys.look();
        instance.keys.look();
        assertThat(instance.accepts(instance.token())).isTrue();

        assertThat(log.list).hasSize(broken.size() + 1);
        assertThat(log.list).allSatisfy(event -> assertThat(event.toString())
                .startsWith("[ERROR] " + file)
                .doesNotContain("hunter2", key.getX().toString(), key.getD().toString()));
        Jwks.write(file, key, Jwks.es256("b"));
        instance.keys.look();
        assertThat(published(instance)).containsExactly("a", "b");
    }

    @Test
    void aBrokenFileIsNotTakenAtTheStart() {
        var keys = new TokenKeys(TokenInstance.SECRET, List.of(), Optional.of(folder.resolve("missing")));
        assertThatThrownBy(() -> new TokenInstance(keys, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing does not exist");
    }

    @Test
    void nothingThatHoldsKeysPrintsThem() {
        var key = Jwks.edDsa("a");
        var file = Jwks.write(folder.resolve("keys"), key);
        var options = new TokenKeys(TokenInstance.SECRET, List.of(), Optional.of(file));
        var current = new TokenInstance(options, clock).keys.current();
        assertThat(List.of(options, current, current.signing(), TokenKey.ofSecret(TokenInstance.SECRET)).toString())
                .doesNotContain(TokenInstance.SECRET, key.getD().toString());
    }
}
