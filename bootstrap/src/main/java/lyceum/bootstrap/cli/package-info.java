/** What the program does on the command line besides serving. */
@NullMarked
package lyceum.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
