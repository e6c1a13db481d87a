/** The use cases of the catalogue. Reads answer with cached representations; writes work on aggregates and never read a cache. */
@NullMarked
package lyceum.application.course;

import org.jspecify.annotations.NullMarked;
