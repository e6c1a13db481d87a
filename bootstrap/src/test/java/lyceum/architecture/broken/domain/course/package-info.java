@NullMarked
package lyceum.architecture.broken.domain.course;

import org.jspecify.annotations.NullMarked;
