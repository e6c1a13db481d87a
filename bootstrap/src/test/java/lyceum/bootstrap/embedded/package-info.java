@NullMarked
package lyceum.bootstrap.embedded;

import org.jspecify.annotations.NullMarked;
