@NullMarked
package lyceum.adapters.web.identity;

import org.jspecify.annotations.NullMarked;
