package lyceum.adapters.web.transfer;

import java.util.NoSuchElementException;
import lyceum.application.transfer.ImportRow;
import lyceum.application.transfer.ImportSource;
import org.jspecify.annotations.Nullable;

/** Rows of which it's only known after the next one whether there is one. */
abstract class Rows implements ImportSource {

    private @Nullable ImportRow next;

    /** The next row, or null at the end. */
    abstract @Nullable ImportRow read();

    @Override
    public final boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public final ImportRow next() {
        var row = next != null ? next : read();
        next = null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        return row;
    }
}
