package lyceum.architecture.broken.adapters.mongo;

import lyceum.architecture.broken.adapters.redis.BackDoor;

record SeesAnotherAdapter(BackDoor door) {}
