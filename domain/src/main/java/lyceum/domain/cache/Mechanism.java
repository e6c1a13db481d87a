package lyceum.domain.cache;

/**
 * The parts that coherence rests on. Each can be switched off, in tests and nowhere else, to show what it is for: without
 * any one of them the simulator finds a violation.
 */
public enum Mechanism {
    /** A fill needs a standing lease, which every invalidation voids. */
    LEASES,
    /** A publication stores only under a standing fence, and a fence hides what is held. */
    FENCES,
    /** A tag's invalidation voids the leases under it, not only the entries. */
    GENERATIONS,
    /** What a server held before it lost state is unreachable afterwards. */
    EPOCHS,
    /** Every change of the shared tier is applied to the tiers in each process. */
    LOG,
    /** Records missing from the log are noticed, and everything that may have depended on them is dropped. */
    GAP_DETECTION,
    /** Only what a confirmation in the log says counts as a sign of life; not the connection. */
    HEARTBEATS,
    /** What nobody has confirmed lately is not believed. */
    TRUST,
    /** What changed in the source of truth is applied to the tiers, whoever wrote it. */
    FEED,
    /** A confirmation that does not join the one before it ends what was held. */
    CONTIGUITY,
    /** An invalidation that a tier could not be told of is made up for before the tier is used again. */
    DEBTS,
    /** Whoever comes after an invalidation does not board a read that began before. */
    GROUNDING,
    /** Tiers are told after the commit, not only before. */
    PUBLICATION,
    /** The far tier is told before the near one. */
    FAR_FIRST,
    /** A process serves nothing older than what it has served or written already. */
    MEMORY
}
