package lyceum.fake;

import lyceum.contract.SessionRepositoryContract;
import lyceum.domain.identity.SessionRepository;

class InMemorySessionRepositoryTest implements SessionRepositoryContract {

    private final SessionRepository sessions = new InMemorySessionRepository();

    @Override
    public SessionRepository sessions() {
        return sessions;
    }
}
