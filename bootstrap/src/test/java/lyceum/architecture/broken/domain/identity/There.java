package lyceum.architecture.broken.domain.identity;

import lyceum.architecture.broken.domain.course.Here;

/** Half a circle. */
public record There(Here here) {}
