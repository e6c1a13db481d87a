/** The caching policy over fakes: in one process, between processes that share a tier, and while tiers fail. */
@NullMarked
package lyceum.application.cache;

import org.jspecify.annotations.NullMarked;
