package lyceum.application.transfer;

import java.util.Map;

/** One row of a catalogue; its line is the one in the file that it begins on, from 1. */
public sealed interface ImportRow {

    long line();

    /**
     * @param fields what a JSON object can hold: text, numbers, booleans, lists, maps; what is absent isn't mentioned
     * @param weight about how many bytes it takes
     */
    record Read(long line, Map<String, Object> fields, int weight) implements ImportRow {}

    /** @param reason what is wrong, as a sentence without its end */
    record Unreadable(long line, String reason) implements ImportRow {}
}
