/**
 * The port of a cache tier and the words it is spoken in: keys, tags, entries, leases and fences.
 *
 * <p>Every tier keeps four rules, whatever it is made of. A fill needs a standing lease, and every invalidation voids
 * leases, so a load that began before an invalidation can never be stored after it. A publication needs a standing fence,
 * so that an entry evicted between two writes is never replaced by the older of them. Tags are generation counters, so an
 * invalidation costs the same however many entries carry the tag. The absence of a lease, fence or generation refuses, so
 * that losing state is always safe.
 */
@NullMarked
package lyceum.domain.cache;

import org.jspecify.annotations.NullMarked;
