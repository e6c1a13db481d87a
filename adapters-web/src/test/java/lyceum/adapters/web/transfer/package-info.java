/** Catalogues as they really come, and as they go out. */
@NullMarked
package lyceum.adapters.web.transfer;

import org.jspecify.annotations.NullMarked;
