-- Answers whether the version is known to be obsolete.
-- ARGV[4] the version.

local guard, epoch = guard(time()), text(KEYS[FIRST])
return string.sub(epoch, NONCE + 1) == ARGV[1] and floor(guard, epoch) >= ARGV[4] and 1 or 0
