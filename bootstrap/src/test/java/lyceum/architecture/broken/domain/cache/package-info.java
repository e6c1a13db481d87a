@NullMarked
package lyceum.architecture.broken.domain.cache;

import org.jspecify.annotations.NullMarked;
