package lyceum.bootstrap.settings;

/** Why a text is no value of a setting. The message never repeats the text. */
final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    BadValue(String fault) {
        super(fault);
    }

    String fault() {
        return String.valueOf(getMessage());
    }
}
