package lyceum.bootstrap.settings;

/**
 * How a value is written.
 *
 * @param allowed what to write, for the operator
 */
record Format<T>(String allowed, Parser<T> parser) {

    interface Parser<T> {
        T parse(String text) throws BadValue;
    }
}
