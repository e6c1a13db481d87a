package lyceum.adapters.mongo;

import lyceum.contract.SessionRepositoryContract;
import lyceum.domain.identity.SessionRepository;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSessionRepositoryTest implements SessionRepositoryContract {

    @RegisterExtension
    static final Mongo MONGO = new Mongo();

    @Override
    public SessionRepository sessions() {
        return MONGO.bean(SessionRepository.class);
    }
}
