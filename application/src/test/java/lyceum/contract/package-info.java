/** What every implementation of a port must pass. An implementation's test implements the contract's interface. */
@NullMarked
package lyceum.contract;

import org.jspecify.annotations.NullMarked;
