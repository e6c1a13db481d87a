-- Counts one more. ARGV[1] how long that is remembered (ms).

local sum = (count or 0) + 1
redis.call('SET', KEYS[1], sum .. ' ' .. now, 'PX', ARGV[1])
return {sum, 0}
