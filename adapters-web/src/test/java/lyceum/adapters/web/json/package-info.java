@NullMarked
package lyceum.adapters.web.json;

import org.jspecify.annotations.NullMarked;
