-- Whether a record gets into the log, and whether whoever asks may do what the scripts do. Answers {} if so, otherwise what
-- was refused and why: within a script Redis does not always tell.
-- KEYS[1] the log, KEYS[2] a key to try things on; ARGV[1] a token for the record.

local key = KEYS[2]
-- One that takes no memory comes first: a server that is out of it refuses scripts only until they have written.
local steps = {
    {'PEXPIRE', key, 1000}, {'SET', key, 'x', 'PX', 1000}, {'GET', key}, {'SETRANGE', key, 0, 'x'}, {'PTTL', key},
    {'UNLINK', key}, {'HSET', key, 'x', 'x'}, {'HMGET', key, 'x'}, {'HDEL', key, 'x'}, {'TIME'},
    {'XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1},
}
for _, step in ipairs(steps) do
    local answer = redis.pcall(unpack(step))
    if type(answer) == 'table' and answer.err then
        return {step[1], answer.err}
    end
end
local done, failure = pcall(append, KEYS[1], 'op', 'mark', 'token', ARGV[1])
return done and {} or {'XADD', type(failure) == 'table' and failure.err or tostring(failure)}
