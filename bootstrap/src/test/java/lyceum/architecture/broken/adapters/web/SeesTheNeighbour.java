package lyceum.architecture.broken.adapters.web;

import lyceum.architecture.broken.adapters.redis.BackDoor;

record SeesTheNeighbour(BackDoor door) {}
