@NullMarked
package lyceum.architecture.broken.bootstrap;

import org.jspecify.annotations.NullMarked;
