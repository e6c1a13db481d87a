-- Remembers a revocation for at least this long.
-- KEYS[1] the revocation, ARGV[1] how long (ms).

if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then
    redis.call('SET', KEYS[1], '', 'PX', ARGV[1])
end
return 1
