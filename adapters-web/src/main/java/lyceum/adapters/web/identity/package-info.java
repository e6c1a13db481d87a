/** Who asks, whether they may, and how they get the token that says so. */
@NullMarked
package lyceum.adapters.web.identity;

import org.jspecify.annotations.NullMarked;
