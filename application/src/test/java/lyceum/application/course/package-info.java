@NullMarked
package lyceum.application.course;

import org.jspecify.annotations.NullMarked;
