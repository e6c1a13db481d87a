/**
 * The HTTP server: its settings, what it asks of others, and how it sets the framework. The rooms below it are one per
 * concept; nothing outside needs to look into them.
 */
@NullMarked
package lyceum.adapters.web;

import org.jspecify.annotations.NullMarked;
