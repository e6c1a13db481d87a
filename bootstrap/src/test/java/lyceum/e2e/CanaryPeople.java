package lyceum.e2e;

import java.util.List;

/** Who appears in {@link SecretsIT}, and what they know; all of it is recognised. */
final class CanaryPeople {

    static final String ROOT = "canary.root@example.org";
    static final String ROOTS_PASSWORD = "canary root & password+1";
    static final String ANN = "canary.ann+list@example.org";
    static final String ANNS_NAME = "Canary Ann";
    static final String BOB = "canary.bob@example.org";
    static final String BOBS_NAME = "Canary Bob";
    static final String NOBODY = "canary.nobody@example.org";
    static final String PASSWORD = "canary first & password+2";
    static final String NEXT_PASSWORD = "canary second password 3";
    static final String WRONG = "canary wrong password 4";
    static final String COMMON = "1q2w3e4r5t";
    static final String SHORT = "Canary5";
    static final String DEVICE = "canary device";
    static final String TITLE = "Canary Course";

    private CanaryPeople() {}

    static void tell(Canaries canaries) {
        List.of(ROOT, ANN, BOB, NOBODY).forEach(canaries::email);
        List.of(ANNS_NAME, BOBS_NAME).forEach(canaries::personal);
        List.of(ROOTS_PASSWORD, PASSWORD, NEXT_PASSWORD, WRONG, COMMON, SHORT).forEach(canaries::password);
        List.of(DEVICE, TITLE).forEach(canaries::planted);
    }
}
