/** The import on the command line, over a catalogue in memory. */
@NullMarked
package lyceum.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
