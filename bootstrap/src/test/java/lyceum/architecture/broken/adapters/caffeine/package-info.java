@NullMarked
package lyceum.architecture.broken.adapters.caffeine;

import org.jspecify.annotations.NullMarked;
