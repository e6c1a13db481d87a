/**
 * Several instances of the built artefact, real servers, and faults between them: what was promised to readers is
 * measured.
 */
@NullMarked
package lyceum.e2e.coherence;

import org.jspecify.annotations.NullMarked;
