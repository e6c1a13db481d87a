package lyceum.adapters.web.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.util.Optional;
import lyceum.adapters.web.problem.ProblemException;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.domain.validation.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdempotencyKeyTest {

    private static final String LONGEST = "k".repeat(255);

    private static MutableHttpRequest<?> request(String... fields) {
        var request = HttpRequest.POST("/courses", "");
        for (var field : fields) {
            request.getHeaders().add("idempotency-key", field);
        }
        return request;
    }

    private static Optional<String> read(String... fields) {
        return IdempotencyKey.of(request(fields));
    }

    @Test
    void mostRequestsHaveNone() {
        assertThat(read()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '~', value = {
        "\"8e03978e-40d5-43dd-bc93-6894a57f9324\" 8e03978e-40d5-43dd-bc93-6894a57f9324",
        "8e03978e-40d5-43dd-bc93-6894a57f9324 8e03978e-40d5-43dd-bc93-6894a57f9324",
        "\"a,b;c=d\" a,b;c=d",
        "\"a\\\"b\\\\c\" a\"b\\c",
        "a+/b== a+/b==",
        "x x"
    })
    void aKeyIsAStringOrBare(String field, String key) {
        assertThat(read(field)).contains(key);
    }

    @Test
    void itsLengthIsThatOfTheKeyItself() {
        assertThat(read(LONGEST)).contains(LONGEST);
        assertThat(read('"' + LONGEST + '"')).contains(LONGEST);
        assertThat(read('"' + "\\\"".repeat(255) + '"')).contains("\"".repeat(255));
        refused(LONGEST + 'k');
        refused('"' + LONGEST + "k\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"", "\"a", "a\"", "a b", "\"a b\"", "\"a\\b\"", "\"a\\\"", "a\\b",
        "\"a\";v=1", "a;v=1", "a,b", "\"a\", \"b\"", "ké", "\"ké\"", "\"a\tb\"", "\"a\"\"b\""})
    void anythingElseIsRefused(String field) {
        refused(field);
    }

    @Test
    void twoAreRefusedEvenIfTheyAreTheSame() {
        refused("a", "b");
        refused("a", "a");
    }

    private static void refused(String... fields) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(fields)).satisfies(refusal -> {
            assertThat(refusal.problem().type()).isEqualTo(ProblemType.BAD_REQUEST);
            assertThat(refusal.problem().errors()).extracting(Violation::field).containsExactly("Idempotency-Key");
        });
    }
}
