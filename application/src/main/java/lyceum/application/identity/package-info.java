/** The use cases of accounts: registering, logging in, and the first admin. All of them block and belong off the event loop. */
@NullMarked
package lyceum.application.identity;

import org.jspecify.annotations.NullMarked;
