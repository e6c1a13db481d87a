/** How every refusal and failure looks: problem details (RFC 9457), made in one place. */
@NullMarked
package lyceum.adapters.web.problem;

import org.jspecify.annotations.NullMarked;
