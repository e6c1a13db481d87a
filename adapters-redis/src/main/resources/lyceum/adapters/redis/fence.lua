-- Begins a write: voids the lease, hides the cell, refuses new leases. Answers {now, nothing, fence, 0, 0}.
-- ARGV[4] how long the fence stands (ms).

local now = time()
guard(now)
-- A write first: a server that is out of memory refuses scripts only until they have written.
end_lease()
local current, ms = context(), tonumber(ARGV[4])
local token = ARGV[2] .. current
if FENCES then
    hide(head(text(CELL)), ms)
    redis.call('HSET', GUARD, 'fence', token, 'fence_until', now + ms, 'fence_context', current)
    keep(GUARD, ms)
end
return {now, false, token, 0, 0}
