package lyceum.e2e.identity;

import java.util.Map;
import lyceum.e2e.Client;
import lyceum.e2e.Client.Reply;
import lyceum.e2e.coherence.FaultProxy;
import lyceum.e2e.coherence.Instance;

/**
 * An instance of a {@link Fleet}.
 *
 * @param store its own way to MongoDB, as the instance has one to Redis
 */
record Member(Instance instance, FaultProxy store) implements AutoCloseable {

    Client with(String token) {
        return new Client(instance.client().url(), token);
    }

    Client anonymous() {
        return with("");
    }

    Reply me(String token) {
        return with(token).get("/auth/me");
    }

    FaultProxy redis() {
        return instance.proxy();
    }

    /** In place of this one, which has ended. */
    Member startAgain() {
        return new Member(instance.startAgain(instance.number(), Map.of()), store);
    }

    void heal() {
        redis().heal();
        store.heal();
    }

    @Override
    public void close() {
        instance.close();
        store.close();
    }
}
