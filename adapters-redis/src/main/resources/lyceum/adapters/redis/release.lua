-- Gives a lease back. KEYS[2] the guard.
-- ARGV[4] the lease.

if guard(time()).lease == ARGV[4] then
    end_lease()
end
return 1
