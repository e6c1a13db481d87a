package lyceum.adapters.mongo;

/** The names of a stored session's fields. */
final class SessionFields {

    static final String USER = "user";
    static final String ACCOUNT_EPOCH = "account_epoch";
    static final String EVERYBODYS_EPOCH = "everybodys_epoch";
    static final String CLIENT = "client";
    static final String CREATED_AT = "created_at";
    static final String LAST_SEEN_AT = "last_seen_at";
    /** Its end; when it was ended before, that moment by the server's clock. It is forgotten so long after. */
    static final String EXPIRES_AT = "expires_at";
    /** Whether it was ended; sessions that go on don't have it. */
    static final String ENDED = "ended";
    /** The grant whose refresh token counts; what was ended has none. */
    static final String GRANT = "grant";
    /** Of a grant. */
    static final String HASH = "hash";
    /** Of a grant. */
    static final String SEAL = "seal";
    /** Of a grant. */
    static final String ACCESS_TOKEN = "access_token";
    /** Of a grant. */
    static final String ISSUED_AT = "issued_at";
    /** Of a grant; absent until its answer was given. */
    static final String ANSWERED_AT = "answered_at";

    static final String REFRESH_HASH = GRANT + '.' + HASH;
    static final String GRANT_ANSWERED_AT = GRANT + '.' + ANSWERED_AT;
    /** The access tokens revoked by themselves: each its id and when it expires. Other programs may put the id alone. */
    static final String REVOKED_TOKENS = "revoked_tokens";
    /** Of a revoked token, beside when it expires. */
    static final String TOKEN = "id";
    /** When it was ended or a token of it revoked, by the server's clock: for {@link MongoRevocationFeed}. */
    static final String REVOKED_AT = "revoked_at";

    private SessionFields() {}
}
