/**
 * A house of Lyceum's layout in which nearly everybody breaks a rule. {@code BrokenHouseTest} knows who breaks which.
 */
@NullMarked
package lyceum.architecture.broken;

import org.jspecify.annotations.NullMarked;
