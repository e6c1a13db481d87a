package lyceum.adapters.web.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.nulabinc.zxcvbn.StandardDictionaries;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import lyceum.domain.identity.CommonPasswords;

/** The 30,000 most common passwords that zxcvbn has counted in what was stolen elsewhere, in whatever case. */
@Singleton
final class ListedPasswords implements CommonPasswords {

    private final Set<String> listed;

    ListedPasswords() {
        try {
            listed = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                    .map(password -> password.toLowerCase(Locale.ROOT))
                    .collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean contains(String password) {
        return listed.contains(password.toLowerCase(Locale.ROOT));
    }
}
