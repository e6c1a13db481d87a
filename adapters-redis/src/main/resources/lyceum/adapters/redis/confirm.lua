-- Moves the moment up to which all that was committed has been applied, and tells so. Unless what is applied now joins what
-- was before, something may be missing in between: then a new epoch begins first.
-- KEYS[1] the log, KEYS[2] the confirmation, KEYS[3] the epoch. ARGV[1] the incarnation, ARGV[2] from when (ms of TIME),
-- ARGV[3] until when, ARGV[4] less than what advance (ms) is not worth a record, ARGV[5] how long it is remembered (ms).
-- Answers what the new epoch is confirmed until, 0 if none began.

local now = time()
local known, before = confirmed(KEYS[2], ARGV[1], now), tonumber(ARGV[2])
-- Nothing is committed in the future.
local after = math.min(tonumber(ARGV[3]), now)
-- Where nothing is known only a claim from the beginning of time joins.
local joins = not CONTIGUITY or before <= known
if joins and known > 0 and after < known + math.max(1, tonumber(ARGV[4])) then
    return 0
end
if not joins then
    append(KEYS[1], 'op', 'cleared')
    redis.call('UNLINK', KEYS[3])
end
local untl = math.max(after, known)
local digits = string.format('%016.0f', untl)
append(KEYS[1], 'op', 'confirmed', 'until', digits)
redis.call('SET', KEYS[2], digits .. ARGV[1], 'PX', ARGV[5])
return joins and 0 or untl
