/**
 * The caching policy: how tiers, loads and writes work together. It is pure: it sees the domain and the JDK's values and
 * collections; time, delay and execution are injected. {@code application/README.md} explains it in a page.
 */
@NullMarked
package lyceum.application.cache;

import org.jspecify.annotations.NullMarked;
