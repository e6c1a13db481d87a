/** A server to test, and a client that speaks JSON to it. */
@NullMarked
package lyceum.adapters.web.support;

import org.jspecify.annotations.NullMarked;
