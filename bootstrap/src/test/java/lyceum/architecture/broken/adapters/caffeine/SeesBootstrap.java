package lyceum.architecture.broken.adapters.caffeine;

import lyceum.architecture.broken.bootstrap.Wiring;

record SeesBootstrap(Wiring wiring) {}
