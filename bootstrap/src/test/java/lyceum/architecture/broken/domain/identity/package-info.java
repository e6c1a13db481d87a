@NullMarked
package lyceum.architecture.broken.domain.identity;

import org.jspecify.annotations.NullMarked;
