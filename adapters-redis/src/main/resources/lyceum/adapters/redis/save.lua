-- Keeps a session, unless it was ended; what is known to be later stays.
-- KEYS[1] the session; ARGV[1] when it was last seen, ARGV[2] what follows that, ARGV[3] how long it is kept (ms).

if kept == 'ended' then
    return 0
end
put(seen and later(seen, ARGV[1]) or ARGV[1], ARGV[2], ARGV[3])
return 1
