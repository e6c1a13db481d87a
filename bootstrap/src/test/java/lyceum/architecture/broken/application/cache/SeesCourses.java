package lyceum.architecture.broken.application.cache;

import lyceum.architecture.broken.application.course.UseCase;

record SeesCourses(UseCase useCase) {}
