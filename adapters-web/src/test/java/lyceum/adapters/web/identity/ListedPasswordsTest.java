package lyceum.adapters.web.identity;

import lyceum.contract.CommonPasswordsContract;
import lyceum.domain.identity.CommonPasswords;

final class ListedPasswordsTest implements CommonPasswordsContract {

    private static final CommonPasswords PASSWORDS = new ListedPasswords();

    @Override
    public CommonPasswords passwords() {
        return PASSWORDS;
    }
}
