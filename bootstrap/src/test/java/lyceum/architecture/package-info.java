/**
 * The plan of the house as rules. They are allow-lists, and they are tested themselves: {@code broken} is a small house
 * of the same layout whose every class breaks one of them.
 */
@NullMarked
package lyceum.architecture;

import org.jspecify.annotations.NullMarked;
