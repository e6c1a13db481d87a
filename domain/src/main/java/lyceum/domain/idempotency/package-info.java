/** Requests that are to be carried out once however often they are sent, and the port to where they are noted. */
@NullMarked
package lyceum.domain.idempotency;

import org.jspecify.annotations.NullMarked;
