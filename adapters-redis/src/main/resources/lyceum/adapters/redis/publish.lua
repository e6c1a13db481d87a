-- Ends a write: voids the lease, removes what is older, and stores the cell if the fence stands and nothing newer is held.
-- What is not stored leaves a floor.
-- ARGV[4] the fence, ARGV[5] the cell, ARGV[6] how long a floor stands (ms), ARGV[7] the version of what has none.

local now = time()
local guard = guard(now)
-- A write first: a server that is out of memory refuses scripts only until they have written.
end_lease()
local current = context()
local entry, held = head(ARGV[5]), head(text(KEYS[1]))
local newer = held and held.context == current and held.version > entry.version
local ours = guard.fence == ARGV[4]
if ours and not newer and guard.fence_context == current and floor(guard, current) <= entry.version
        and entry.stale > now then
    store(ARGV[5], now)
    return 1
end
if ours then
    end_fence()
end
if newer then
    if ours then
        show(held, now)
    end
elseif ours or not held or held.version < entry.version or entry.version == ARGV[7] then
    redis.call('UNLINK', KEYS[1])
end
raise(guard, current, entry.version, tonumber(ARGV[6]))
return 0
