package lyceum.application.cache;

/** Too much is being loaded at once; this load was not begun. */
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Overloaded(int limit) {
        super("more than " + limit + " loads at once");
    }
}
