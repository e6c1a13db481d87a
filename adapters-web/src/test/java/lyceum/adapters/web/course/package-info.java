@NullMarked
package lyceum.adapters.web.course;

import org.jspecify.annotations.NullMarked;
