/** The import over fakes: what rows mean, how batches are stored, what becomes of races and failures. */
@NullMarked
package lyceum.application.transfer;

import org.jspecify.annotations.NullMarked;
