package lyceum.domain.identity;

/** Who asks for a change, as far as the rules need to know. */
public record Actor(UserId id, Role role) {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
