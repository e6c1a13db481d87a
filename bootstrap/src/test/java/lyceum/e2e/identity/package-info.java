/**
 * Three instances of the built artefact, real servers, and faults between them: who is let in, who is not any more, and how
 * soon.
 */
@NullMarked
package lyceum.e2e.identity;

import org.jspecify.annotations.NullMarked;
