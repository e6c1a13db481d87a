@NullMarked
package lyceum.adapters.caffeine;

import org.jspecify.annotations.NullMarked;
