-- Looks a cell up and answers {now, cell or false, lease or false, confirmed until, whether it is a hit}. The first who
-- finds no hit gets the lease.
-- ARGV[4] how long a lease stands (ms), ARGV[5] how long an entry is believed (ms, '' for ever). A demand: ARGV[6] what the
-- cell shows all writes before, ARGV[7] beyond what it is fresh.

local now, current = time(), context()
local guard, known = guard(now), confirmed(CONFIRMED, ARGV[1], now)
local cell = text(CELL)
local held = head(cell)
if guard.fence or not held or held.hidden or held.context ~= current or held.stale <= now then
    cell, held = false, nil
end

local function hit()
    local as_of = math.max(held.loaded, known)
    local believed = ARGV[5] == '' or (as_of <= now and now < as_of + ARGV[5])
    return believed and held.fresh > now and as_of >= tonumber(ARGV[6]) and held.fresh > tonumber(ARGV[7])
end

local found = held and hit() and 1 or 0
local leased = guard.lease and string.sub(guard.lease, NONCE + 1) == current
if guard.fence or leased or found == 1 then
    return {now, cell, false, known, found}
end
local token = ARGV[2] .. current
redis.call('HSET', GUARD, 'lease', token, 'lease_until', now + ARGV[4])
keep(GUARD, tonumber(ARGV[4]))
return {now, cell, token, known, 0}
