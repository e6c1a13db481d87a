package lyceum.adapters.web.course;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lyceum.application.cache.Directives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

final class RequestDirectivesTest {

    private static final long MOST = 2_147_483_648L;
    private static final Predicate<String> TOKEN = Pattern.compile("[a-z0-9-]+").asMatchPredicate();

    @Test
    void mostRequestsAskForNothing() {
        var plain = HttpRequest.GET("/courses");
        assertThat(RequestDirectives.none(plain.getHeaders())).isTrue();
        assertThat(RequestDirectives.of(plain.getHeaders())).isEqualTo(Directives.NONE);
        assertThat(RequestDirectives.none(HttpRequest.GET("/").header("cache-control", "max-age=1").getHeaders()))
                .isFalse();
        assertThat(RequestDirectives.none(HttpRequest.GET("/").header("pragma", "no-cache").getHeaders()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "no-cache | 0 | | 0 | false",
        "NO-CACHE | 0 | | 0 | false",
        "no-cache, max-age=60 | 0 | | 0 | false",
        "max-age=0 | 0 | | 0 | false",
        "max-age=60 | 60 | | 0 | false",
        "max-age=\"60\" | 60 | | 0 | false",
        "max-age=0060 | 60 | | 0 | false",
        "max-age=99999999999999999999999 | 2147483648 | | 0 | false",
        "max-age=4294967296 | 2147483648 | | 0 | false",
        "max-age=1, max-age=2 | 1 | | 0 | false",
        "min-fresh=5 | | 5 | 0 | false",
        "max-stale | | | 2147483648 | false",
        "max-stale=7 | | | 7 | false",
        "only-if-cached | | | 0 | true",
        "max-age=1,min-fresh=2 ,\tmax-stale=3,,only-if-cached | 1 | 2 | 3 | true",
        "ext=\"a, no-cache, \\\" b\", max-age=4 | 4 | | 0 | false"
    })
    void eachIsUnderstood(
            String field, @Nullable Long maxAge, @Nullable Long minFresh, long maxStale, boolean onlyIfCached) {
        assertThat(of(field))
                .isEqualTo(new Directives(
                        duration(maxAge), duration(minFresh), Duration.ofSeconds(maxStale), onlyIfCached));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "no-store", "max-age", "max-age=", "max-age=-1", "max-age=1.5", "max-age = 1", "max-age=1s", "max-age=\"1",
        "min-fresh", "min-fresh=x", "max-stale=", "max-stale=x", "max-stale=\"\"", "no cache", "no-cache\"",
        "only-if-cached x", "x=\"no-cache", "=no-cache", ", ,;", "no-transform", "\"max-age=1\"", "max-age=٣"
    })
    void whatMakesNoSenseIsPassedOver(String field) {
        assertThat(of(field)).isEqualTo(Directives.NONE);
        assertThat(of(field.replace('"', '?') + ", only-if-cached").onlyIfCached()).isTrue();
    }

    @Test
    void linesAreOneList() {
        var request = HttpRequest.GET("/").header("Cache-Control", "x=\"").header("Cache-Control", "max-age=3");
        assertThat(RequestDirectives.of(request.getHeaders()).maxAge()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void pragmaCountsOnlyWithoutCacheControl() {
        var pragma = HttpRequest.GET("/").header("Pragma", "no-cache");
        assertThat(RequestDirectives.of(pragma.getHeaders()).maxAge()).isEqualTo(Duration.ZERO);
        pragma.header("Cache-Control", "max-age=60");
        assertThat(RequestDirectives.of(pragma.getHeaders()).maxAge()).isEqualTo(Duration.ofSeconds(60));
        var other = HttpRequest.GET("/").header("Pragma", "max-age=1, only-if-cached");
        assertThat(RequestDirectives.of(other.getHeaders())).isEqualTo(Directives.NONE);
    }

    @Test
    void nothingAtAllBreaksIt() {
        var random = new Random(5);
        for (var i = 0; i < 100_000; i++) {
            var line = new StringBuilder();
            for (var length = random.nextInt(24); length > 0; length--) {
                line.append("max-age=,\"\\ \t;no-cache0129é".charAt(random.nextInt(26)));
            }
            assertThat(DirectiveScanner.directives(List.of(line.toString())).keySet()).allMatch(TOKEN);
        }
        assertThat(of("x=\"" + "\\a".repeat(100_000))).isEqualTo(Directives.NONE);
        assertThat(of("max-age=" + "9".repeat(100_000)).maxAge()).isEqualTo(Duration.ofSeconds(MOST));
    }

    private static Directives of(String field) {
        return RequestDirectives.of(HttpRequest.GET("/").header("Cache-Control", field).getHeaders());
    }

    private static @Nullable Duration duration(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
