package lyceum.domain.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import lyceum.domain.validation.InvalidInput;

/** An address in lower case, which is how accounts are told apart. Personal: its text form hides it. */
public record Email(String value) {

    /** Nothing that is not seen, or moves what is seen: no two addresses that look the same because of it. */
    private static final Pattern FORM =
            Pattern.compile("[^@\\p{C}\\p{Z}]{1,64}@[^@.\\p{C}\\p{Z}]+(\\.[^@.\\p{C}\\p{Z}]+)*");

    public Email {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > 254 || !FORM.matcher(value).matches()) {
            throw new InvalidInput("email", "must be an e-mail address of at most 254 characters");
        }
    }

    @Override
    public String toString() {
        return "Email[hidden]";
    }
}
