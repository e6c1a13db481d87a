@NullMarked
package lyceum.architecture.broken.adapters.redis;

import org.jspecify.annotations.NullMarked;
