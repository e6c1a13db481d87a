package lyceum.application.identity;

import lyceum.domain.validation.InvalidInput;

/** A password that someone wants to have: 8 to 128 characters. Its text form hides it. */
public record Password(String value) {

    public Password {
        check("password", value);
    }

    /** @param field what it is called in the input; the problem names it */
    Password(String field, String value) {
        check(field, value);
        this(value);
    }

    private static void check(String field, String value) {
        var length = value.codePointCount(0, value.length());
        if (length < 8 || length > 128) {
            throw new InvalidInput(field, "must have 8 to 128 characters");
        }
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
