/**
 * The use cases of accounts, sessions and tokens, and what decides whether a token still counts. {@code IDENTITY.md} of this
 * module explains the latter. The use cases block and belong off the event loop; {@link
 * lyceum.application.identity.Standing#known} and {@link lyceum.application.identity.Presence#note} never do.
 */
@NullMarked
package lyceum.application.identity;

import org.jspecify.annotations.NullMarked;
