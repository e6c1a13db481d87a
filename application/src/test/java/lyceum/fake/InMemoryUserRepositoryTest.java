package lyceum.fake;

import lyceum.contract.UserRepositoryContract;
import lyceum.domain.identity.UserRepository;

class InMemoryUserRepositoryTest implements UserRepositoryContract {

    private final UserRepository users = new InMemoryUserRepository();

    @Override
    public UserRepository users() {
        return users;
    }
}
