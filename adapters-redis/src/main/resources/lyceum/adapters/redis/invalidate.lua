-- Removes a cell that is not newer than the version, voids the lease, and refuses older fills for a while.
-- ARGV[4] the version, '' for whatever there is; ARGV[5] how long a floor stands (ms).

local guard = guard(time())
-- A write first: a server that is out of memory refuses scripts only until they have written.
end_lease()
local held = head(text(KEYS[1]))
if not held or ARGV[4] == '' or held.version <= ARGV[4] then
    redis.call('UNLINK', KEYS[1])
end
if ARGV[4] == '' then
    -- A publication on its way may be among what is obsolete, and no version tells.
    redis.call('HDEL', KEYS[2], 'floor', 'fence_context')
else
    raise(guard, context(), ARGV[4], tonumber(ARGV[5]))
end
return 1
