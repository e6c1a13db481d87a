package lyceum.application.identity;

import lyceum.domain.validation.InvalidInput;

/** A password that someone wants to have: 8 to 128 characters. Its text form hides it. */
public record Password(String value) {

    public Password {
        var length = value.codePointCount(0, value.length());
        if (length < 8 || length > 128) {
            throw new InvalidInput("password", "must have 8 to 128 characters");
        }
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
