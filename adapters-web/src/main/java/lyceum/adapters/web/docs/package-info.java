/** The description of the API, and a page to read it and to try it. */
@NullMarked
package lyceum.adapters.web.docs;

import org.jspecify.annotations.NullMarked;
