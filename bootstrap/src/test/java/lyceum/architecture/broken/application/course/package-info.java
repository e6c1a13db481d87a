@NullMarked
package lyceum.architecture.broken.application.course;

import org.jspecify.annotations.NullMarked;
