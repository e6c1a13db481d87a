package lyceum.adapters.web.identity;

import com.password4j.Argon2Function;
import java.util.Optional;
import java.util.regex.Pattern;
import lyceum.domain.identity.PasswordHash;

/** What a stored hash says it was made with. Another program may have put there what is none. */
final class HashParameters {

    /** What asks for more memory is not tried. */
    private static final int MOST_KIBIBYTES = 1 << 18;

    /** Of 16 bytes at least: passwords would match a shorter one by chance. */
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2(?:d|i|id)\\$v=\\d{2}\\$m=(?<memory>\\d{1,6}),t=[1-9]\\d?,p=[1-9]\\d?"
                    + "\\$[a-zA-Z0-9+/]{11,}\\$[a-zA-Z0-9+/]{22,}");

    private HashParameters() {}

    /** None if nothing can match it. */
    static Optional<Argon2Function> of(PasswordHash hash) {
        var form = FORM.matcher(hash.value());
        if (!form.matches() || Integer.parseInt(form.group("memory")) > MOST_KIBIBYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(Argon2Function.getInstanceFromHash(hash.value()));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
