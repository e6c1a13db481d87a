package lyceum.contract;

/** What every {@link lyceum.domain.course.CourseRepository} must pass; {@link StemmedSearchContract} comes on top for real ones. */
public interface CourseRepositoryContract
        extends
            CourseWriteContract,
            CourseBulkContract,
            CourseRaceContract,
            CourseListContract,
            CoursePageContract,
            CourseSearchContract {}
