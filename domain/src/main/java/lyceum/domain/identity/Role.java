package lyceum.domain.identity;

public enum Role {
    STUDENT,
    /** May create courses, and change those of their own. */
    INSTRUCTOR,
    /** May change every course, import, and administer the cache. */
    ADMIN
}
