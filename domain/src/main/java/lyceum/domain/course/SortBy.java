package lyceum.domain.course;

/** The order of a list. Ties are broken by id, so every order is total. */
public enum SortBy {
    /** Newest first. */
    RECENT,
    /** Most enrolments first. */
    POPULAR,
    /** Best average first, of equal averages the one with more ratings. */
    TOP_RATED,
    /** Shortest first. */
    DURATION,
    /** Best match of the search first; without a search, the same as {@link #RECENT}. */
    RELEVANCE
}
