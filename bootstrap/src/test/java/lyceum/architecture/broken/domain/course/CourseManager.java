package lyceum.architecture.broken.domain.course;

record CourseManager() {}
