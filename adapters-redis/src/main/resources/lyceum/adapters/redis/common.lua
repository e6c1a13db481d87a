-- What every script on a cell begins with.
--
-- KEYS: the cell, its guard, its partition's confirmation, log and epoch, and its tags' generations. One hash slot.
-- ARGV[1] the server's incarnation, ARGV[2] a nonce nobody used before, ARGV[3] how long generations live (ms).
--
-- A cell is a string: state (c shown, h hidden by a fence), version (20 digits), when loaded, fresh until, stale until
-- (16 digits each, ms of TIME), length of the context (4 digits), context, envelope. Digits of equal length compare as
-- strings, without rounding.
-- A guard is a hash: lease, lease_until, fence, fence_until, fence_context (missing if the fence may store nothing),
-- floor (version and epoch). A token is a nonce and a context.

local CELL, GUARD, CONFIRMED, LOG, FIRST = KEYS[1], KEYS[2], KEYS[3], KEYS[4], 5
local VERSION, HEAD, NONCE, EPOCH = 20, 73, 16, 32

-- The epoch and the generations as they are now. What is missing, or left by another incarnation, begins anew.
local function context()
    local parts = {}
    for i = FIRST, #KEYS do
        local suffix = i == FIRST and ARGV[1] or ''
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
        loaded = tonumber(string.sub(digits, 21, 36)),
        fresh = tonumber(string.sub(digits, 37, 52)),
        stale = tonumber(string.sub(digits, 53, 68)),
        context = string.sub(cell, HEAD + 1, HEAD + tonumber(string.sub(digits, 69))),
    }
end

-- What stands: a lease or a fence whose time is up is none.
local function guard(now)
    local values = redis.pcall('HMGET', GUARD, 'lease', 'lease_until', 'fence', 'fence_until', 'fence_context', 'floor')
    if values.err then
        redis.call('UNLINK', GUARD)
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
    redis.call('HDEL', GUARD, 'lease', 'lease_until')
end

local function end_fence()
    redis.call('HDEL', GUARD, 'fence', 'fence_until', 'fence_context')
end

-- The newest version that is known to be obsolete, '' if none is. A floor falls with its epoch.
local function floor(guard, epoch)
    local same = #guard.floor == VERSION + EPOCH and string.sub(guard.floor, VERSION + 1) == epoch
    return same and string.sub(guard.floor, 1, VERSION) or ''
end

local function refuses(guard, current, version)
    return floor(guard, string.sub(current, 1, EPOCH)) >= version
end

-- Lets the floor stand for so long, no lower than the version.
local function raise(guard, current, version, ms)
    local epoch = string.sub(current, 1, EPOCH)
    if floor(guard, epoch) < version then
        redis.call('HSET', GUARD, 'floor', version .. epoch)
    end
    keep(GUARD, ms)
end

-- Stores a cell until its hard limit, and lets epoch and generations live at least as long.
local function store(cell, now)
    local left = head(cell).stale - now
    redis.call('SET', CELL, cell, 'PX', left)
    for i = FIRST, #KEYS do
        keep(KEYS[i], math.max(left, tonumber(ARGV[3])))
    end
end

-- Hides a cell no longer than the fence stands: nobody knows what became of the write. What is hidden already was hidden
-- by a write that has not ended, and must not come back when this one does.
local function hide(held, ms)
    if not held or held.hidden then
        redis.call('UNLINK', CELL)
    else
        redis.call('SETRANGE', CELL, 0, 'h')
        redis.call('PEXPIRE', CELL, math.min(redis.call('PTTL', CELL), ms))
    end
end

local function show(held, now)
    if held and held.hidden and held.stale > now then
        redis.call('SETRANGE', CELL, 0, 'c')
        redis.call('PEXPIRE', CELL, held.stale - now)
    end
end
