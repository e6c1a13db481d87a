/** Tests of the use cases of accounts, over fakes. */
@NullMarked
package lyceum.application.identity;

import org.jspecify.annotations.NullMarked;
