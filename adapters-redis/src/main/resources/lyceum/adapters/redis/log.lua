-- How a record gets into the change log: in the same script as the change that it tells of, and before it.
--
-- A record carries the id of the record before it, so a reader sees by itself whether it has missed one. An empty log has no
-- record before: whoever followed one that was lost sees that, too. Ids are Redis' time, and then numbers. A new log begins
-- with the microseconds in millionths, for it must give no id again that the one before gave in the same millisecond.

local function first_id()
    local t = redis.call('TIME')
    return string.format('%s%03d-%03d000000', t[1], math.floor(t[2] / 1000), t[2] % 1000)
end

local function append(log, ...)
    -- A write first: a server that is out of memory refuses scripts only until they have written. This one takes no memory,
    -- so no record is refused for want of it, and no change goes untold.
    local id = redis.call('PEXPIRE', log, LOG_LIFE) == 1 and '*' or first_id()
    local last = redis.pcall('XREVRANGE', log, '+', '-', 'COUNT', 1)
    if last.err then
        -- A key of another type counts as missing. What else goes wrong goes wrong again.
        if string.find(last.err, 'WRONGTYPE', 1, true) then
            redis.call('UNLINK', log)
        end
        last = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)
    end
    local prev = last[1] and last[1][1] or '0-0'
    local given = redis.call('XADD', log, 'MAXLEN', '~', LOG_LENGTH, id, 'prev', prev, ...)
    if prev == '0-0' then
        redis.call('PEXPIRE', log, LOG_LIFE)
    end
    return given
end
