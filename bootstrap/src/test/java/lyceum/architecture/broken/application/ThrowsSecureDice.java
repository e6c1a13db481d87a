package lyceum.architecture.broken.application;

import java.security.SecureRandom;

final class ThrowsSecureDice {

    private ThrowsSecureDice() {}

    static int throwOne() {
        return new SecureRandom().nextInt();
    }
}
