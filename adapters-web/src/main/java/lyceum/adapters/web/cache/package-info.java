/** The caches over HTTP: what they do, and making them forget. */
@NullMarked
package lyceum.adapters.web.cache;

import org.jspecify.annotations.NullMarked;
