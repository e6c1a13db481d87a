package lyceum.adapters.web.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonRowsTest {

    private static List<String> rows(String text) {
        return Read.shown(Read.ndjson(text));
    }

    @Test
    void readsOneObjectFromEachLine() {
        assertThat(rows("\uFEFF{\"a\":1,\"b\":null}\r\n\n  \n{\"c\":[{\"d\":\"é\"},null]}"))
                .containsExactly("1 {a=1}", "4 {c=[{d=é}, ]}");
        assertThat(rows("")).isEmpty();
    }

    @Test
    void rejectsBrokenLinesAndGoesOn() {
        var rows = rows("{\"a\":1\n{\"a\":2}\n[3]\n\"four\"\n{\"a\":5}}\n{\"a\":6,\"a\":6}\n{\"a\":7}");
        assertThat(rows).hasSize(7).contains("2 {a=2}", "3 is no JSON object", "4 is no JSON object", "7 {a=7}");
        assertThat(rows.getFirst()).startsWith("1 it is not JSON").doesNotContain("line 1");
        assertThat(rows.get(4)).startsWith("5 ");
        assertThat(rows.get(5)).startsWith("6 a name occurs twice");
    }

    @Test
    void rejectsWhatIsMadeToHurt() {
        var rows = rows("[".repeat(100_000) + "\n{\"a\":" + "9".repeat(100_000) + "}\n{\"a\":\"" + "x".repeat(3 << 20)
                + "\"}\n{\"a\":4}\n{\"a\":\"" + "x".repeat(3 << 20));
        assertThat(rows).hasSize(5).contains("3 is longer than 1 MB", "4 {a=4}", "5 is longer than 1 MB");
        assertThat(rows.get(0)).startsWith("1 it is nested");
    }

    @Test
    void rejectsLinesThatAreNotUtf8() {
        var rows = Read.all(CatalogueFormat.NDJSON, "{\"a\":\"ä\"}\n{\"a\":2}".getBytes(ISO_8859_1));
        assertThat(Read.shown(rows)).containsExactly("1 it is not UTF-8", "2 {a=2}");
    }
}
