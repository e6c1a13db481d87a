package lyceum.domain.identity;

/** Accounts or tokens could not be asked for, or not in time. */
public final class AccountsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AccountsUnavailable(Throwable cause) {
        super("accounts are unavailable", cause);
    }
}
