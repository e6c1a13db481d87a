package lyceum.domain.identity;

/** A password hash in the PHC string format. Its text form hides it. */
public record PasswordHash(String value) {

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
