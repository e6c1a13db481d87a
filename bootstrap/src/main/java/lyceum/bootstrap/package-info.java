/** Puts the parts together and starts them; everything here knows everything, and nothing knows this. */
@NullMarked
package lyceum.bootstrap;

import org.jspecify.annotations.NullMarked;
