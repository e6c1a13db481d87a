package lyceum.domain.identity;

/** What an account may do at a version of it. */
public record Authority(Role role, AccountState state, long epoch, long version) {

    public boolean isActive() {
        return state == AccountState.ACTIVE;
    }
}
