-- Removes generations or an epoch, and tells so. With no key to remove it only tells.
-- KEYS[1] the log, KEYS[2...] what goes; ARGV the record. Answers the id of the record.

local id = append(KEYS[1], unpack(ARGV))
for i = 2, #KEYS do
    redis.call('UNLINK', KEYS[i])
end
return id
