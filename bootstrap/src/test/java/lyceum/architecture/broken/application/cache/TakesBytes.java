package lyceum.architecture.broken.application.cache;

import lyceum.architecture.broken.domain.cache.Body;

record TakesBytes(Body body) {

    byte[] taken() {
        return body.shared();
    }
}
