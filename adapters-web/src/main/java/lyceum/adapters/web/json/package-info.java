/** JSON as this API speaks it: read strictly, as a value; written with the same bytes for the same value. */
@NullMarked
package lyceum.adapters.web.json;

import org.jspecify.annotations.NullMarked;
