@NullMarked
package lyceum.adapters.redis;

import org.jspecify.annotations.NullMarked;
