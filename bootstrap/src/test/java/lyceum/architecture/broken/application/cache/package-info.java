@NullMarked
package lyceum.architecture.broken.application.cache;

import org.jspecify.annotations.NullMarked;
