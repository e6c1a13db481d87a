package lyceum.application.transfer;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/** The rows of one catalogue, each read when it is asked for. */
public interface ImportSource extends Iterator<ImportRow> {

    /** The columns all rows have, or nothing if each row says for itself. */
    Optional<Set<String>> columns();
}
