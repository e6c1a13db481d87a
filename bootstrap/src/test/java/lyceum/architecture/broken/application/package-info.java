@NullMarked
package lyceum.architecture.broken.application;

import org.jspecify.annotations.NullMarked;
