package lyceum.architecture.broken.application;

import lyceum.architecture.broken.application.course.UseCase;

record SeesAUseCase(UseCase useCase) {}
