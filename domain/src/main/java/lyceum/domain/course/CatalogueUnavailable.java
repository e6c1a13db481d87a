package lyceum.domain.course;

/** The source of truth could not be asked, or did not answer in time; the outcome of a write is then unknown. */
public final class CatalogueUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CatalogueUnavailable(Throwable cause) {
        super("the catalogue is unavailable", cause);
    }
}
