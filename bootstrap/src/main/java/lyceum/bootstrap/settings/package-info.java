/** What an operator may choose, read from the environment over a {@code .env} file, and checked whole before anything starts. */
@NullMarked
package lyceum.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
