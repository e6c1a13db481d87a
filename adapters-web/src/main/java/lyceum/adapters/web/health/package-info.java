/** Whether this process lives, and whether it can do its work. */
@NullMarked
package lyceum.adapters.web.health;

import org.jspecify.annotations.NullMarked;
