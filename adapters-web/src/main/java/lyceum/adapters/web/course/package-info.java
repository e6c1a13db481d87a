/** Courses over HTTP: how they are shown, asked for and changed. */
@NullMarked
package lyceum.adapters.web.course;

import org.jspecify.annotations.NullMarked;
