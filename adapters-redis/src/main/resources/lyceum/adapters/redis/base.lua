-- What all scripts begin with. Before it stand the settings of the cache, and which mechanisms are on.

local function time()
    local t = redis.call('TIME')
    return t[1] * 1000 + math.floor(t[2] / 1000)
end

-- A key of another type counts as missing.
local function text(key)
    local value = redis.pcall('GET', key)
    return type(value) == 'string' and value or ''
end

local function keep(key, ms)
    if redis.call('PTTL', key) < ms then
        redis.call('PEXPIRE', key, ms)
    end
end

-- Until when (ms of TIME) all that was committed has been applied, 0 if nobody knows: 16 digits, and the incarnation that
-- it was applied to. One in the future was left by a clock that was set back since, and says nothing.
local function confirmed(key, incarnation, now)
    local value = text(key)
    local known = string.sub(value, 17) == incarnation and tonumber(string.sub(value, 1, 16)) or 0
    return known <= now and known or 0
end
