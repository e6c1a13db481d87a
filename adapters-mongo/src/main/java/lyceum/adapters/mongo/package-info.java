/** The ports that MongoDB serves. {@link MongoAdapter} is the door; the rest is nobody else's business. */
@NullMarked
package lyceum.adapters.mongo;

import org.jspecify.annotations.NullMarked;
