@NullMarked
package lyceum.architecture.broken.adapters.web.json;

import org.jspecify.annotations.NullMarked;
