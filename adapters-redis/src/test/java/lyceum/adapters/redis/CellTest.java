package lyceum.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CellTest {

    @Test
    void versionsCompareAsTheirDigitsDo() {
        var versions = LongStream.of(
                Long.MIN_VALUE, -1, 0, 1, 9, 10, (1L << 53) - 1, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE)
                .mapToObj(Cell::version)
                .toList();
        assertThat(versions).isSorted().doesNotHaveDuplicates().allMatch(digits -> digits.length() == 20);
    }

    @Test
    void timesComeBackAndAreKeptWithinTheirDigits() {
        var cell = Objects
                .requireNonNull(Cell.read(Cell.encode(1, -5, 1_700_000_000_000L, Long.MAX_VALUE, "c", new byte[2])));
        assertThat(cell.loadedAt()).isZero();
        assertThat(cell.freshUntil()).isEqualTo(1_700_000_000_000L);
        assertThat(cell.staleUntil()).isEqualTo(9_999_999_999_999_999L);
    }

    @Test
    void whatIsCutOrHiddenOrNoCellIsNone() {
        var bytes = Cell.encode(1, 1, 2, 3, "context", new byte[0]);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(Cell.read(Arrays.copyOf(bytes, length))).isNull();
        }
        for (int at : new int[] {0, 21, 37, 53, 69}) {
            var changed = bytes.clone();
            changed[at] = 'h';
            assertThat(Cell.read(changed)).isNull();
        }
        assertThat(Cell.read(null)).isNull();
    }

    @Test
    void tooManyTagsAreRefused() {
        assertThatThrownBy(() -> Cell.encode(1, 1, 2, 3, "x".repeat(10_000), new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
