-- Removes a cell that is not newer than the version, voids the lease, and for a while stores nothing that is not newer. Does
-- nothing if the floor says as much already: a lease was then given after, and its load need not be thrown away.
-- Answers whether it was news.
-- ARGV[4] the version, '' for whatever there is; ARGV[5] how long a floor stands (ms); ARGV[6...] the record.

local guard, limit = guard(time()), ARGV[4]
local held, epoch = head(text(CELL)), text(KEYS[FIRST])
local told = limit ~= '' and string.sub(epoch, NONCE + 1) == ARGV[1] and floor(guard, epoch) >= limit
if told and not (held and held.version <= limit) then
    return 0
end
append(LOG, unpack(ARGV, 6))
end_lease()
if not held or limit == '' or held.version <= limit then
    redis.call('UNLINK', CELL)
end
if limit == '' then
    -- A publication on its way may be among what is obsolete, and no version tells.
    redis.call('HDEL', GUARD, 'floor', 'fence_context')
else
    raise(guard, context(), limit, tonumber(ARGV[5]))
end
return 1
