@NullMarked
package lyceum.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
