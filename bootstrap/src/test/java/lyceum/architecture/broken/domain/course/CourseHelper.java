package lyceum.architecture.broken.domain.course;

record CourseHelper() {}
