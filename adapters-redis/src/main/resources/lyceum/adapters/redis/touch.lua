-- Keeps a session longer, if it is kept.
-- KEYS[1] the session; ARGV[1] when it was seen, ARGV[2] what the clock of the process shows, ARGV[3] for how long (ms).

local left = math.min(tonumber(expires or ARGV[2]) - ARGV[2], tonumber(ARGV[3]))
if left <= 0 then
    return 0
end
put(later(seen, ARGV[1]), expires .. ' ' .. rest, left)
return 1
