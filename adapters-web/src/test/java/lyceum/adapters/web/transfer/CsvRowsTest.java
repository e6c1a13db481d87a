package lyceum.adapters.web.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import lyceum.application.transfer.ImportRow;
import lyceum.application.transfer.Mapping;
import lyceum.domain.validation.InvalidInput;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    private static List<String> rows(String text) {
        return Read.shown(Read.csv(text));
    }

    @Test
    void readsCellsUnderTheirHeader() {
        assertThat(rows("a,b,c\n1,,3\n")).containsExactly("2 {a=1, c=3}");
        assertThat(rows("\uFEFFa , b\r\n1,2\r\n")).containsExactly("2 {a=1, b=2}");
        assertThat(rows("a,b\r1,2\r3,4")).containsExactly("2 {a=1, b=2}", "3 {a=3, b=4}");
        assertThat(rows("a,,\n1,2,3")).containsExactly("2 {a=1}");
        assertThat(rows("a,b")).isEmpty();
    }

    @Test
    void readsQuotedCellsWithAnythingInThem() {
        assertThat(rows("a,b\n\"x, \"\"y\"\"\",\"\"\n\"1\r\n\n2\",3\n4,5"))
                .containsExactly("2 {a=x, \"y\"}", "3 {a=1\r\n\n2, b=3}", "6 {a=4, b=5}");
        assertThat(rows("a,b\n5\" disk,a \"word\"")).containsExactly("2 {a=5\" disk, b=a \"word\"}");
    }

    @Test
    void skipsBlankLinesButCountsThem() {
        assertThat(rows("\n\na,b\n\n1,2\n  \n\n3,4\n\n")).containsExactly("5 {a=1, b=2}", "8 {a=3, b=4}");
    }

    @Test
    void rejectsRaggedRows() {
        assertThat(rows("a,b\n1\n2,3\n4,5,6\n"))
                .containsExactly("2 has 1 cells under a header of 2", "3 {a=2, b=3}",
                        "4 has 3 cells under a header of 2");
    }

    @Test
    void losesOneLineByAQuoteThatIsNotClosed() {
        assertThat(rows("a,b\n1,\"open\n2,3\n4,5"))
                .containsExactly("2 has a quote that is never closed", "3 {a=2, b=3}", "4 {a=4, b=5}");
        assertThat(rows("a,b\n1,\"x\"y\n2,3"))
                .containsExactly("2 has text between a closing quote and the next comma", "3 {a=2, b=3}");
        var longFile = "a,b\n1,\"open\n" + ("2," + "x".repeat(200) + "\n").repeat(10_000);
        assertThat(Read.csv(longFile)).hasSize(10_001).first().isInstanceOf(ImportRow.Unreadable.class);
    }

    @Test
    void rejectsARowThatIsTooLong() {
        var rows = rows("a,b\n1," + "x".repeat(3 << 20) + "\n2,3\n\"" + "y\n".repeat(600_000) + "\",4\n5,6");
        assertThat(rows.getFirst()).startsWith("2 is longer than 1 MB");
        assertThat(rows.get(1)).isEqualTo("3 {a=2, b=3}");
        assertThat(rows.get(2)).startsWith("4 is longer than 1 MB");
        assertThat(rows.getLast()).isEqualTo("600005 {a=5, b=6}");
    }

    @Test
    void doesNotReadAHostileFileAgainAndAgain() {
        var hostile = new ByteArrayInputStream(("a,b\n" + "x\",a,\"\n".repeat(1_000_000)).getBytes(ISO_8859_1));
        var rows = CatalogueFormat.CSV.open(hostile, Mapping.NONE);
        assertThatThrownBy(() -> rows.forEachRemaining(_ -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no CSV");
    }

    @Test
    void rejectsRowsThatAreNotUtf8() {
        var rows = Read.all(CatalogueFormat.CSV, "a,b\nä,1\nb,2".getBytes(ISO_8859_1));
        assertThat(Read.shown(rows)).containsExactly("2 is not UTF-8", "3 {a=b, b=2}");
    }

    @Test
    void readsListsInTheCellsThatMayHoldThem() {
        var rows = rows("title,tags,modules\n[1],\"[\"\"a,b\"\"]\",\"[{\"\"title\"\":\"\"M\"\"}]\"\nT,[x,\n");
        assertThat(rows)
                .containsExactly("2 {modules=[{title=M}], tags=[a,b], title=[1]}", "3 {tags=[x, title=T}");
    }

    @Test
    void wantsAHeaderThatMakesSense() {
        assertThatThrownBy(() -> rows("")).isInstanceOf(InvalidInput.class).hasMessage("header is missing");
        assertThatThrownBy(() -> rows("a,b,a\n")).isInstanceOf(InvalidInput.class).hasMessageContaining("twice");
        assertThatThrownBy(() -> rows("\"a\n")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void saysWhatTheInputSaysWhenItBreaks() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut off");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("cut off");
            }
        };
        assertThatThrownBy(() -> CatalogueFormat.CSV.open(broken, Mapping.NONE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cut off");
    }
}
