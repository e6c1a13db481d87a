-- Looks a cell up and answers {now, cell or false, lease or false}. The first who finds nothing fresh gets the lease.
-- ARGV[4] how long a lease stands (ms).

local now, current = time(), context()
local guard = guard(now)
local cell = text(KEYS[1])
local held = head(cell)
if not held or held.hidden or held.context ~= current or held.stale <= now then
    cell, held = false, nil
end
local leased = guard.lease and string.sub(guard.lease, NONCE + 1) == current
if guard.fence or leased or (held and held.fresh > now) then
    return {now, cell, false}
end
local token = ARGV[2] .. current
redis.call('HSET', KEYS[2], 'lease', token, 'lease_until', now + ARGV[4])
keep(KEYS[2], tonumber(ARGV[4]))
return {now, cell, token}
