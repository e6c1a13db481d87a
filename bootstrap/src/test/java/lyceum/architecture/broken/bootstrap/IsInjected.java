package lyceum.architecture.broken.bootstrap;

import jakarta.inject.Inject;

/** Abstract, so that Micronaut makes no bean of it. */
abstract class IsInjected {

    @Inject
    Wiring wiring;
}
