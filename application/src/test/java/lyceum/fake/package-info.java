/** Stand-ins for the ports: correct, deterministic and slow, or failing on purpose. They pass the contracts too. */
@NullMarked
package lyceum.fake;

import org.jspecify.annotations.NullMarked;
