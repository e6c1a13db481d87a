/**
 * The ports that Redis serves. {@link lyceum.adapters.redis.RedisAdapter} is the door.
 *
 * <h2>The protocol of a cell</h2>
 *
 * <p><b>Contexts.</b> A partition has an epoch, and a tag has a generation in it: nonces, each in a key of its own. Their
 * values joined are the context of a key. Entries, leases and fences carry the context they were made under, and count only
 * under the same. Hence invalidating tags and clearing are deletions: whoever next needs the missing nonce makes another,
 * and nothing that was made under the old one is ever reachable again. So losing a nonce to eviction or FLUSHALL is an
 * invalidation too. An epoch ends in the incarnation of its server, so one that came back with a snapshot or took over
 * as a replica, and may lack the last invalidations, starts with another epoch.
 *
 * <p><b>Reading.</b> A hit is one MGET of cell, epoch and generations: no script, which would cost Redis three times as
 * much. Contexts never come back, so an entry whose context is current was current when it was read. Only what is missing,
 * stale or undecodable asks the lease script, in a second round trip: a load follows anyway, and it dwarfs it.
 *
 * <p><b>Changing.</b> Everything else on a key is one script. Leases, fences and version floors live in the cell's guard,
 * a hash that a fill removes, so that a cell at rest is one string. Every key expires.
 *
 * <p><b>Time.</b> Redis' clock alone decides; {@link lyceum.adapters.redis.RedisTime} brings it here. The
 * layouts are told in {@code common.lua}.
 */
@NullMarked
package lyceum.adapters.redis;

import org.jspecify.annotations.NullMarked;
