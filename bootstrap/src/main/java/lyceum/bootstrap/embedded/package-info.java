/** The servers that Lyceum brings along, so that it starts with no setting at all. */
@NullMarked
package lyceum.bootstrap.embedded;

import org.jspecify.annotations.NullMarked;
