package lyceum.architecture.broken.domain.course;

import lyceum.architecture.broken.application.course.UseCase;

record SeesTheApplication(UseCase useCase) {}
