/** Catalogues on their way in and out: rows of any source become courses, courses become rows, in constant memory. */
@NullMarked
package lyceum.application.transfer;

import org.jspecify.annotations.NullMarked;
