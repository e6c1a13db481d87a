package lyceum.adapters.web.identity;

import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.Actor;

/** Who was let in, and by what token. */
record Bearer(Actor actor, AccessClaims claims) {}
