-- What the scripts on attempts have in common. KEYS[1] is a string: how many, and when the last was counted (ms of TIME).

local now = time()
local count, last = string.match(text(KEYS[1]), '^(%d+) (%d+)$')
