package lyceum.domain.identity;

/** Something that made tokens worth less than they say. Doing the same one twice is harmless, in whatever order. */
public sealed interface Revocation {

    record OfToken(String accessTokenId) implements Revocation {}

    record OfSession(SessionId session) implements Revocation {}

    /** An account changed, which may mean nothing, another role, or the end of all that was issued to it. */
    record OfAccount(UserId user, Authority authority) implements Revocation {}

    /** @param epoch everybody's; what was issued under a lower one is revoked */
    record OfEverybody(long epoch) implements Revocation {}
}
