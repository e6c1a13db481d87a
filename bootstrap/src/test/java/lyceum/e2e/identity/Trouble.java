package lyceum.e2e.identity;

import lyceum.e2e.coherence.Disturbance;
import lyceum.e2e.coherence.Disturbance.Direction;
import lyceum.e2e.coherence.Disturbance.Target;

/** What may keep an announcement from being heard. */
enum Trouble {
    NONE, REDIS_CUT, REDIS_CUT_FOR_WHO_REVOKES,
    /** All connections are there, and whoever does not revoke hears nothing on those of which one tells of revocations. */
    MESSAGES_SWALLOWED;

    void begin(Fleet fleet) {
        var cut = Disturbance.cut(Target.ALL);
        var swallowed = Disturbance.swallow(Target.OTHERS, Direction.TO_CLIENT, 100);
        switch (this) {
            case NONE -> fleet.heal();
            case REDIS_CUT -> fleet.members().forEach(member -> member.redis().impose(cut));
            case REDIS_CUT_FOR_WHO_REVOKES -> fleet.first().redis().impose(cut);
            case MESSAGES_SWALLOWED -> fleet.others().forEach(member -> member.redis().impose(swallowed));
        }
    }
}
