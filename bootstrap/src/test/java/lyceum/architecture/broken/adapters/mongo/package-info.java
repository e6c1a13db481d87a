@NullMarked
package lyceum.architecture.broken.adapters.mongo;

import org.jspecify.annotations.NullMarked;
