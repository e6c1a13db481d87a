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
 * <p><b>Reading.</b> A hit is one MGET of cell, confirmation, epoch and generations: no script, which would cost Redis three
 * times as much. Contexts never come back, so an entry whose context is current was current when it was read. Only what is
 * missing, stale, not believed, less than demanded or undecodable asks the lease script, in a second round trip: a load
 * follows anyway, and it dwarfs it.
 *
 * <p><b>Changing.</b> Everything else on a key is one script. Leases, fences and version floors live in the cell's guard, a
 * hash. A cell at rest is one string; a key that was written of late keeps a floor beside it. Every key expires.
 *
 * <p><b>Confirming.</b> A partition knows the moment up to which every committed write has been applied to it. An entry shows
 * all that was committed before the later of its load and this moment, and is believed for so long after. The confirmation
 * carries the incarnation like an epoch does. One that does not join the one before, or follows none, begins a new epoch.
 *
 * <p><b>Telling.</b> What makes an entry obsolete, and each confirmation, appends a record to the partition's log, a stream, in
 * the same script and before the change: a record that cannot be appended stops the change. Each record names the one before
 * it, so {@link lyceum.adapters.redis.RedisChangeLog readers} notice what they missed.
 *
 * <p><b>Time.</b> Redis' clock alone decides; {@link lyceum.adapters.redis.RedisTime} brings it here. The
 * layouts are told in {@code common.lua} and {@link lyceum.adapters.redis.LogRecord}.
 *
 * <h2>Accounts</h2>
 *
 * <p>What {@link lyceum.adapters.redis.RedisTokenStore} and {@link lyceum.adapters.redis.RedisAttempts} keep are single keys,
 * {@code lyceum:user_session:<id>} and {@code lyceum:attempts:<digest>}, each changed by one script or command.
 *
 * <h2>Rights</h2>
 *
 * <p>A user needs the keys {@code ~lyceum:*}, the channel {@code &lyceum:revocations}, and these commands: {@code +@connection
 * +select +info +time +dbsize +scan +eval +evalsha +get +mget +set +setrange +unlink +pttl +pexpire +hset +hmget +hdel +xadd
 * +xread +xrevrange +publish +subscribe}. Whatever is missing, the canary of the adapter names it.
 */
@NullMarked
package lyceum.adapters.redis;

import org.jspecify.annotations.NullMarked;
