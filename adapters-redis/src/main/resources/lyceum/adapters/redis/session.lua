-- What the scripts on a session have in common.
--
-- A session is a string: the release of this form, when it was last seen, when it expires (both ms since 1970 by the clocks of
-- the processes), and what never changes. Of one that was ended a word is left. Anything else counts as missing.

local kept = text(KEYS[1])
local seen, expires, rest = string.match(kept, '^1 (%d+) (%d+) (.*)$')

-- The later of two moments.
local function later(one, other)
    return tonumber(one) > tonumber(other) and one or other
end

local function put(last, others, ms)
    redis.call('SET', KEYS[1], '1 ' .. last .. ' ' .. others, 'PX', ms)
end
