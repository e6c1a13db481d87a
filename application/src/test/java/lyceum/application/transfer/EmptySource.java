package lyceum.application.transfer;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** A header and nothing below it. */
record EmptySource(List<String> header) implements ImportSource {

    @Override
    public Optional<Set<String>> columns() {
        return Optional.of(Set.copyOf(header));
    }

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public ImportRow next() {
        throw new NoSuchElementException();
    }
}
