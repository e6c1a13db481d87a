-- Begins a write: voids the lease, hides the cell, refuses new leases. Answers {now, nothing, fence}.
-- ARGV[4] how long the fence stands (ms).

local now = time()
guard(now)
-- A write first: a server that is out of memory refuses scripts only until they have written.
end_lease()
local current, ms = context(), tonumber(ARGV[4])
local token = ARGV[2] .. current
hide(head(text(KEYS[1])), ms)
redis.call('HSET', KEYS[2], 'fence', token, 'fence_until', now + ms, 'fence_context', current)
keep(KEYS[2], ms)
return {now, false, token}
