package lyceum.architecture.broken.bootstrap;

import lyceum.architecture.broken.adapters.web.json.Inner;

record LooksBehindTheDoor(Inner inner) {}
