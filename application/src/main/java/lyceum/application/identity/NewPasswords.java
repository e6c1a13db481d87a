package lyceum.application.identity;

import lyceum.domain.identity.CommonPasswords;
import lyceum.domain.validation.InvalidInput;

/** Which passwords may be chosen. */
public final class NewPasswords {

    private final CommonPasswords common;

    public NewPasswords(CommonPasswords common) {
        this.common = common;
    }

    /** @param field what it is called in the input; the problem names it */
    public Password chosen(String field, String text) {
        var password = new Password(field, text);
        if (common.contains(text)) {
            throw new InvalidInput(field, "must not be one of the most common passwords");
        }
        return password;
    }
}
