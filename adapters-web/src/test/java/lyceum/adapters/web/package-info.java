/** The server as its clients see it: a real one, on a real port, over fakes of what it needs. */
@NullMarked
package lyceum.adapters.web;

import org.jspecify.annotations.NullMarked;
