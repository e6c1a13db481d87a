package lyceum.bootstrap.settings;

/** A text that must not reach a log: only {@link #value()} reveals it. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "[secret]";
    }
}
