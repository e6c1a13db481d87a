@NullMarked
package lyceum.adapters.web.health;

import org.jspecify.annotations.NullMarked;
