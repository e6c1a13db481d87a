package lyceum.adapters.mongo;

import lyceum.contract.UserRepositoryContract;
import lyceum.domain.identity.UserRepository;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoUserRepositoryTest implements UserRepositoryContract {

    @RegisterExtension
    static final Mongo MONGO = new Mongo();

    @Override
    public UserRepository users() {
        return MONGO.bean(UserRepository.class);
    }
}
