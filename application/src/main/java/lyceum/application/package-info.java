/** What the use cases share: where ids and secrets come from. */
@NullMarked
package lyceum.application;

import org.jspecify.annotations.NullMarked;
