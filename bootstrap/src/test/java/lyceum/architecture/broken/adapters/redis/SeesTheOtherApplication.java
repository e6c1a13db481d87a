package lyceum.architecture.broken.adapters.redis;

import lyceum.architecture.broken.application.course.UseCase;

record SeesTheOtherApplication(UseCase useCase) {}
