package lyceum.application.transfer;

/** A value that cannot be read as what its field holds; the message is the rule it breaks. */
final class BadValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadValue(String rule) {
        super(rule, null, false, false);
    }

    String rule() {
        return String.valueOf(getMessage());
    }
}
