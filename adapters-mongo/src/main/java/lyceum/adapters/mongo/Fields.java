package lyceum.adapters.mongo;

/** The names of a stored course's fields. */
final class Fields {

    static final String ID = "_id";
    static final String VERSION = "version";
    /** The id of a module or lesson within its course. */
    static final String PART_ID = "id";
    static final String EXTERNAL_ID = "external_id";
    static final String OWNER = "owner";
    static final String TITLE = "title";
    static final String SLUG = "slug";
    static final String SUMMARY = "summary";
    static final String DESCRIPTION = "description";
    static final String CATEGORY = "category";
    /** The category as it is compared: in lower case, spaces collapsed. */
    static final String CATEGORY_KEY = "category_key";
    static final String DIFFICULTY = "difficulty";
    static final String LANGUAGE = "language";
    static final String TAGS = "tags";
    static final String INSTRUCTOR = "instructor";
    /** What the author states, if anything. */
    static final String STATED_MINUTES = "stated_minutes";
    /** What counts: as stated, else the sum over the lessons. */
    static final String DURATION_MINUTES = "duration_minutes";

    static final String PRICE = "price";
    static final String STATE = "state";
    static final String SHELVES = "shelves";
    static final String MODULES = "modules";
    static final String LESSONS = "lessons";
    static final String KIND = "kind";
    static final String RATING_AVERAGE = "rating_average";
    static final String RATING_COUNT = "rating_count";
    static final String ENROLLMENT_COUNT = "enrollment_count";
    static final String CREATED_AT = "created_at";
    static final String UPDATED_AT = "updated_at";
    /** What search looks at; see {@link SearchTerms}. */
    static final String SEARCH = "search";
    /** The ids of the last writes, newest last; see {@link BulkSave}. */
    static final String WRITES = "writes";
    /** When a course was last written by us, by the server's clock; see {@link CourseUpdates}. */
    static final String STAMPED_AT = "stamped_at";
    /** The version that our last write gave it. */
    static final String STAMPED_VERSION = "stamped_version";
    /** The time of update that our last write gave it. */
    static final String STAMPED_UPDATED_AT = "stamped_updated_at";
    /** When a course was deleted, by the server's clock; courses don't have it. */
    static final String DELETED_AT = "deleted_at";
    /** How well a course matches a search; computed, never stored. */
    static final String SCORE = "score";

    private Fields() {}
}
