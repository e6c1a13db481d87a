package lyceum.fake;

import lyceum.contract.PasswordHasherContract;
import lyceum.domain.identity.PasswordHasher;

class QuickPasswordHasherTest implements PasswordHasherContract {

    private final PasswordHasher hasher = new QuickPasswordHasher();

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }
}
