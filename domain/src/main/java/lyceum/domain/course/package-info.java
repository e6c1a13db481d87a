/** Courses with their modules and lessons, the questions one can ask of the catalogue, and the port to where they are kept. */
@NullMarked
package lyceum.domain.course;

import org.jspecify.annotations.NullMarked;
