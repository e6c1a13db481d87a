/** How the domain refuses input: every violation at once, each with its field and its rule. */
@NullMarked
package lyceum.domain.validation;

import org.jspecify.annotations.NullMarked;
