package lyceum.architecture.broken.domain.course;

import lyceum.architecture.broken.domain.identity.There;

/** Half a circle. */
public record Here(There there) {}
