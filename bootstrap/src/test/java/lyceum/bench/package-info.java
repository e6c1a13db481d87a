/** Programs that measure, to be run by hand: {@code ./mvnw -Pbench}. They assert nothing; figures depend on the machine. */
@NullMarked
package lyceum.bench;

import org.jspecify.annotations.NullMarked;
