-- Ends a write: voids the lease, removes what is older, and stores the cell if the fence stands and nothing newer is held.
-- A floor is left either way: whoever hears of the same write later need not tell it again.
-- ARGV[4] the fence, ARGV[5] the cell, ARGV[6] the newest version that is obsolete now, ARGV[7] how long a floor stands
-- (ms), ARGV[8] the version of what has none, ARGV[9...] the record.

local now = time()
local guard = guard(now)
append(LOG, unpack(ARGV, 9))
end_lease()
local current = context()
local entry, held = head(ARGV[5]), head(text(CELL))
local newer = held and held.context == current and held.version > entry.version
local ours = guard.fence == ARGV[4]
local stands = not FENCES or (ours and guard.fence_context == current)
local stored = stands and not newer and not refuses(guard, current, entry.version) and entry.stale > now
if stored then
    store(ARGV[5], now)
elseif newer then
    if ours then
        show(held, now)
    end
elseif ours or not held or held.version < entry.version or entry.version == ARGV[8] then
    redis.call('UNLINK', CELL)
end
if ours then
    end_fence()
end
raise(guard, current, ARGV[6], tonumber(ARGV[7]))
return stored and 1 or 0
