-- What every script on a cell begins with.
--
-- KEYS[1] the cell, KEYS[2] its guard, KEYS[3] its partition's epoch, KEYS[4...] its tags' generations. One hash slot.
-- ARGV[1] the server's incarnation, ARGV[2] a nonce nobody used before, ARGV[3] how long generations live (ms).
--
-- A cell is a string: state (c shown, h hidden by a fence), version (20 digits), when loaded, fresh until, stale until
-- (16 digits each, ms of TIME), length of the context (4 digits), context, envelope. Digits of equal length compare as
-- strings, without rounding.
-- A guard is a hash: lease, lease_until, fence, fence_until, fence_context (missing if the fence may store nothing),
-- floor (version and epoch). A token is a nonce and a context.

local VERSION, HEAD, NONCE, EPOCH = 20, 73, 16, 32

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

-- The epoch and the generations as they are now. What is missing, or left by another incarnation, begins anew.
local function context()
    local parts = {}
    for i = 3, #KEYS do
        local suffix = i == 3 and ARGV[1] or ''
        local part = text(KEYS[i])
        if #part ~= NONCE + #suffix or string.sub(part, NONCE + 1) ~= suffix then
            part = ARGV[2] .. suffix
            redis.call('SET', KEYS[i], part, 'PX', ARGV[3])
        end
        parts[#parts + 1] = part
    end
    return table.concat(parts)
end

-- What a cell says of itself, or nil if it is none of ours.
local function head(cell)
    local state, digits = string.match(string.sub(cell, 1, HEAD), '^([ch])(%d+)$')
    if not state or #digits < HEAD - 1 then
        return nil
    end
    return {
        hidden = state == 'h',
        version = string.sub(digits, 1, VERSION),
        fresh = tonumber(string.sub(digits, 37, 52)),
        stale = tonumber(string.sub(digits, 53, 68)),
        context = string.sub(cell, HEAD + 1, HEAD + tonumber(string.sub(digits, 69))),
    }
end

-- What stands: a lease or a fence whose time is up is none.
local function guard(now)
    local values = redis.pcall('HMGET', KEYS[2], 'lease', 'lease_until', 'fence', 'fence_until', 'fence_context', 'floor')
    if values.err then
        redis.call('UNLINK', KEYS[2])
        values = {}
    end
    local function standing(token, untl)
        return token and (tonumber(untl or '') or 0) > now and token or nil
    end
    return {
        lease = standing(values[1], values[2]),
        fence = standing(values[3], values[4]),
        fence_context = values[5],
        floor = values[6] or '',
    }
end

local function end_lease()
    redis.call('HDEL', KEYS[2], 'lease', 'lease_until')
end

local function end_fence()
    redis.call('HDEL', KEYS[2], 'fence', 'fence_until', 'fence_context')
end

-- The oldest version that may be stored, '' if any may. A floor falls with its epoch.
local function floor(guard, current)
    local same = string.sub(guard.floor, VERSION + 1) == string.sub(current, 1, EPOCH)
    return same and string.sub(guard.floor, 1, VERSION) or ''
end

local function raise(guard, current, version, ms)
    if floor(guard, current) < version then
        redis.call('HSET', KEYS[2], 'floor', version .. string.sub(current, 1, EPOCH))
    end
    keep(KEYS[2], ms)
end

-- Stores a cell until its hard limit, and lets epoch and generations live at least as long. The cell now says what the
-- guard did.
local function store(cell, now)
    local left = head(cell).stale - now
    redis.call('SET', KEYS[1], cell, 'PX', left)
    for i = 3, #KEYS do
        keep(KEYS[i], math.max(left, tonumber(ARGV[3])))
    end
    redis.call('UNLINK', KEYS[2])
end

-- Hides a cell no longer than the fence stands: nobody knows what became of the write. What is hidden already was hidden
-- by a write that has not ended, and must not come back when this one does.
local function hide(held, ms)
    if not held or held.hidden then
        redis.call('UNLINK', KEYS[1])
    else
        redis.call('SETRANGE', KEYS[1], 0, 'h')
        redis.call('PEXPIRE', KEYS[1], math.min(redis.call('PTTL', KEYS[1]), ms))
    end
end

local function show(held, now)
    if held and held.hidden and held.stale > now then
        redis.call('SETRANGE', KEYS[1], 0, 'c')
        redis.call('PEXPIRE', KEYS[1], held.stale - now)
    end
end
