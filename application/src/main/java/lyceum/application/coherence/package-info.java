/** Keeps the tiers of this process, and the shared one, in step with what others write. */
@NullMarked
package lyceum.application.coherence;

import org.jspecify.annotations.NullMarked;
