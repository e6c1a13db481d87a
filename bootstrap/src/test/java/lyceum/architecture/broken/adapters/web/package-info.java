@NullMarked
package lyceum.architecture.broken.adapters.web;

import org.jspecify.annotations.NullMarked;
