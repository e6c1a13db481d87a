@NullMarked
package lyceum.application.coherence;

import org.jspecify.annotations.NullMarked;
