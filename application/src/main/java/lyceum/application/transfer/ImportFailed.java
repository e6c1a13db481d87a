package lyceum.application.transfer;

/**
 * An import that ended before its last row. What the report counts is stored; of the rows after it some may be. Importing
 * the same again is safe.
 */
public final class ImportFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImportReport report;

    ImportFailed(ImportReport report, Throwable cause) {
        super("the import ended after %d rows".formatted(report.rows()), cause);
        this.report = report;
    }

    public ImportReport report() {
        return report;
    }
}
