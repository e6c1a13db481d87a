package lyceum.domain.course;

/** A draft is its owner's and the admins' only; an archived course can be read by its id and is in no list. */
public enum CourseState {
    DRAFT,
    PUBLISHED,
    ARCHIVED
}
