package lyceum.architecture.broken.bootstrap;

import java.util.logging.Logger;

record UsesAnotherLog(Logger log) {}
