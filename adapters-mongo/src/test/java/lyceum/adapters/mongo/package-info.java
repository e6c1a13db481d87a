/** The contracts of the ports on a MongoDB, and what is only this adapter's. */
@NullMarked
package lyceum.adapters.mongo;

import org.jspecify.annotations.NullMarked;
