package lyceum.domain.identity;

/** A session that goes on, and the grant whose refresh token counts. */
public record Family(Session session, Grant current) {}
