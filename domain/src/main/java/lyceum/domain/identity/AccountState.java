package lyceum.domain.identity;

public enum AccountState {
    ACTIVE,
    /** Until an admin says otherwise nobody can sign in, and nothing that was issued counts. */
    DISABLED,
    /** For good. What was personal is gone; the id stays, for courses refer to it. */
    DELETED
}
