package lyceum.application.transfer;

/** Takes the rows that did not go in, one for each, while the import runs. */
@FunctionalInterface
public interface Rejections {

    void add(Rejection rejection);
}
