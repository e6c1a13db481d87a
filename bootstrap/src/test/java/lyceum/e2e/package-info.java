/** The built artefact as a stranger meets it: started as a process, asked over HTTP, stopped by a signal. */
@NullMarked
package lyceum.e2e;

import org.jspecify.annotations.NullMarked;
