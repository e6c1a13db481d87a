@NullMarked
package lyceum.domain.identity;

import org.jspecify.annotations.NullMarked;
