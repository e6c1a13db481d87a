/** Who may do what: users, roles, and the ports to where accounts, tokens and password hashes are kept and made. */
@NullMarked
package lyceum.domain.identity;

import org.jspecify.annotations.NullMarked;
