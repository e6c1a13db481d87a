@NullMarked
package lyceum.adapters.web.cache;

import org.jspecify.annotations.NullMarked;
