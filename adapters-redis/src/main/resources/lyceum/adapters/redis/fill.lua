-- Stores a loaded cell if its lease stands and nothing newer is held. The lease ends either way. No lease stands beside a
-- fence: a fence ends the one there is, and none is given while it stands.
-- ARGV[4] the lease, ARGV[5] the cell.

local now, current = time(), context()
local guard = guard(now)
if guard.lease ~= ARGV[4] then
    return 0
end
end_lease()
local entry, held = head(ARGV[5]), head(text(KEYS[1]))
local newer = held and not held.hidden and held.context == current and held.version > entry.version
local revoked = string.sub(ARGV[4], NONCE + 1) ~= current
if revoked or newer or floor(guard, current) > entry.version or entry.stale <= now then
    return 0
end
store(ARGV[5], now)
return 1
