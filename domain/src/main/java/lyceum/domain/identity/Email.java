package lyceum.domain.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import lyceum.domain.validation.InvalidInput;

/** An address in lower case, which is how accounts are told apart. Personal: its text form hides it. */
public record Email(String value) {

    private static final Pattern FORM =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@.\\p{Cntrl}]+(\\.[^\\s@.\\p{Cntrl}]+)*");

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
