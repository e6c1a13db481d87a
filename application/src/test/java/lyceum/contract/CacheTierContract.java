package lyceum.contract;

/**
 * What every {@link lyceum.domain.cache.CacheTier} must pass: the fake, the one in this process, and those on servers.
 * A test class implements it by giving the tier and the hooks of {@link CacheTierFixture}.
 */
public interface CacheTierContract
        extends
            CacheTierLeaseContract,
            CacheTierEntryContract,
            CacheTierLookupContract,
            CacheTierDemandContract,
            CacheTierTrustContract,
            CacheTierConfirmationContract,
            CacheTierNewsContract,
            CacheTierFenceContract,
            CacheTierWriteContract,
            CacheTierInvalidationContract,
            CacheTierSweepContract,
            CacheTierTagContract,
            CacheTierRaceContract {}
