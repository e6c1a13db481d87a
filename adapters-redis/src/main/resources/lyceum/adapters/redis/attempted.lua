-- Answers how many were counted, and how long ago the last (ms).

return {tonumber(count or 0), math.max(0, now - (last or now))}
