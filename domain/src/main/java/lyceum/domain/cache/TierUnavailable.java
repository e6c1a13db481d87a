package lyceum.domain.cache;

/** A tier that could not be asked, or did not answer in time. */
public final class TierUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TierUnavailable(String tier, Throwable cause) {
        super("cache tier " + tier + " is unavailable", cause);
    }

    public TierUnavailable(String tier, String why) {
        super("cache tier " + tier + " is unavailable: " + why);
    }
}
