package lyceum.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    90 | 90
                    0 | 0
                    45 min | 45
                    43 mins | 43
                    2.5 hours | 150
                    2,5 Hours | 150
                    1h 30m | 90
                    1h30m | 90
                    1 hour and 5 minutes | 65
                    1 hr, 30 secs | 61
                    90 s | 2
                    PT1H30M | 90
                    pt45m | 45
                    1,500 min | 1500
                    """)
    void readsMinutes(String text, int minutes) {
        assertThat(Durations.minutes(text)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 90", "0.5166666666666667, 31", "0, 0", "78.5, 4710", "45 min, 45", "2 hours, 120"})
    void readsHours(String text, int minutes) {
        assertThat(Durations.hours(text)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "4 weeks", "1:30", "1h 30", "h", "PT", "P1Y", "1e30", "99999999999 h", "1..5 h"})
    void refusesOtherDurations(String text) {
        assertThatThrownBy(() -> Durations.minutes(text)).isInstanceOf(BadValue.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Free | 0
                    gratis | 0
                    0 | 0
                    19.99 | 19.99
                    $19.99 | 19.99
                    19,99 € | 19.99
                    USD 200 | 200
                    1,299.00 | 1299
                    1.299,00 € | 1299
                    1,299 | 1299
                    1'299.50 CHF | 1299.5
                    """)
    void readsPrices(String text, String price) {
        assertThat(Numbers.price(text)).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 500,00 zł", "₹1,00,000", "dear", "$", "from 10 to 20"})
    void refusesOtherPrices(String text) {
        assertThatThrownBy(() -> Numbers.price(text)).isInstanceOf(BadValue.class);
    }

    @ParameterizedTest
    @CsvSource({"2147, 2147", "2147.0, 2147", "'1,234,567', 1234567", "1.234.567, 1234567", "5e3, 5000"})
    void readsCounts(String text, long count) {
        assertThat(Numbers.count(text)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "many", "", "1e999999999", "0x10", "1,2,3", "--1", "99999999999999999999"})
    void refusesOtherCounts(String text) {
        assertThatThrownBy(() -> Numbers.count(text)).isInstanceOf(BadValue.class);
    }

    @Test
    void doesNotWriteOutNumbersOfABillionDigits() {
        assertThatThrownBy(() -> Numbers.count(new BigDecimal("1e999999999"))).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> Texts.line(new BigDecimal("1e-999999999"))).isInstanceOf(BadValue.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-01-18T20:58:58Z, 2017-01-18T20:58:58Z",
        "2017-01-18T20:58:58.123456Z, 2017-01-18T20:58:58.123Z",
        "2017-01-18T22:58:58+02:00, 2017-01-18T20:58:58Z",
        "2017-01-18T22:58:58+0200, 2017-01-18T20:58:58Z",
        "2017-01-18T21:58:58+01:00[Europe/Berlin], 2017-01-18T20:58:58Z",
        "2017-01-18T20:58:58, 2017-01-18T20:58:58Z",
        "2017-01-18 20:58:58, 2017-01-18T20:58:58Z",
        "2017-01-18 20:58:58 UTC, 2017-01-18T20:58:58Z",
        "2017-01-18 22:58:58 +02:00, 2017-01-18T20:58:58Z",
        "2017-01-18 20:58, 2017-01-18T20:58:00Z",
        "2017-01-18, 2017-01-18T00:00:00Z",
        "2017-01-18Z, 2017-01-18T00:00:00Z",
        "1484773138, 2017-01-18T20:58:58Z",
        "1484773138123, 2017-01-18T20:58:58.123Z"
    })
    void readsDates(String text, Instant instant) {
        assertThat(Dates.instant(text)).isEqualTo(instant);
    }

    @Test
    void readsDatesThatAreNumbers() {
        assertThat(Dates.instant(1484773138L)).isEqualTo(Instant.parse("2017-01-18T20:58:58Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017", "20170118", "18.01.2017", "01/18/2017", "3 hours", "2017-02-30", "0001-01-01",
        "9999-01-01"})
    void refusesOtherDates(String text) {
        assertThatThrownBy(() -> Dates.instant(text)).isInstanceOf(BadValue.class);
    }
}
