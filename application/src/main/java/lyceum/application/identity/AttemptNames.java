package lyceum.application.identity;

import java.util.HexFormat;
import java.util.List;
import lyceum.application.Digests;
import lyceum.domain.identity.Email;

/**
 * What one attempt is counted under: digests that only who knows the secret can make, lest a list of accounts or addresses be
 * tried against what is stored.
 *
 * @param pair the account and the address
 * @param known the same two, for having signed in
 */
record AttemptNames(String pair, String address, String account, String known) {

    static AttemptNames of(byte[] secret, Email email, String address) {
        // There is no space in an e-mail address.
        var both = email.value() + ' ' + address;
        return new AttemptNames(
                name(secret, "pair " + both),
                name(secret, "address " + address),
                name(secret, "account " + email.value()),
                name(secret, "known " + both));
    }

    /** Under which it is counted how many wanted an account. */
    static String registrations(byte[] secret, String address) {
        return name(secret, "registrations " + address);
    }

    /** Under which a failure is counted. */
    List<String> failed() {
        return List.of(pair, address, account);
    }

    private static String name(byte[] secret, String text) {
        return HexFormat.of().formatHex(Digests.hmac(secret, text), 0, 16);
    }
}
