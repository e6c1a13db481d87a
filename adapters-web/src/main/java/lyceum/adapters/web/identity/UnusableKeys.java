package lyceum.adapters.web.identity;

/** Why keys cannot be used. The message shows nothing of them. */
final class UnusableKeys extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableKeys(String fault) {
        super(fault);
    }

    String fault() {
        return String.valueOf(getMessage());
    }
}
