-- Stores a loaded cell if its lease stands and nothing newer is held. The lease ends either way. No lease stands beside a
-- fence: a fence ends the one there is, and none is given while it stands.
-- ARGV[4] the lease, ARGV[5] the cell.

local now, current = time(), context()
local guard = guard(now)
if LEASES and guard.lease ~= ARGV[4] then
    return 0
end
end_lease()
local cell = ARGV[5]
local entry, held = head(cell), head(text(CELL))
if not GENERATIONS and string.sub(entry.context, 1, EPOCH) == string.sub(current, 1, EPOCH) then
    cell = string.sub(cell, 1, HEAD) .. current .. string.sub(cell, HEAD + #entry.context + 1)
    entry = head(cell)
end
local newer = held and not held.hidden and held.context == current and held.version > entry.version
local revoked = entry.context ~= current
if revoked or newer or refuses(guard, current, entry.version) or entry.stale <= now then
    return 0
end
store(cell, now)
-- What an expired fence left. A floor stays.
end_fence()
return 1
