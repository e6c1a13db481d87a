@NullMarked
package lyceum.domain.course;

import org.jspecify.annotations.NullMarked;
