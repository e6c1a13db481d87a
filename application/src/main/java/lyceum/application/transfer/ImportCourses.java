package lyceum.application.transfer;

import java.time.InstantSource;
import java.util.function.Consumer;
import lyceum.application.IdSource;
import lyceum.application.course.CourseWrites;
import lyceum.domain.course.CourseRepository;

/**
 * Brings a catalogue in, whatever its size, in constant memory. Courses are known again by their external id, so importing
 * the same catalogue twice changes nothing. Every row ends as created, updated or rejected.
 *
 * <p>It blocks the thread it is called on, so that the source is read no faster than the store takes it in.
 */
public final class ImportCourses {

    static final int BATCH_ROWS = 500;

    /** A batch of rows of the largest size must still be small beside the heap. */
    static final long BATCH_WEIGHT = 4 << 20;

    private final CourseRepository courses;
    private final CourseWrites writes;
    private final IdSource ids;
    private final InstantSource clock;

    public ImportCourses(CourseRepository courses, CourseWrites writes, IdSource ids, InstantSource clock) {
        this.courses = courses;
        this.writes = writes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param progress is told how far the import is after every batch
     * @throws lyceum.domain.validation.InvalidInput before anything is stored, if a mapped column does not exist
     * @throws ImportFailed if the rows end in an error or cannot be stored
     */
    public ImportReport run(
            ImportSource source, Mapping mapping, Rejections rejections, Consumer<ImportReport> progress) {
        mapping.check(source.columns());
        var tally = new Tally(rejections, clock);
        var reader = new RowReader(mapping);
        try {
            while (source.hasNext()) {
                var batch = new Batch(courses, writes, new CourseMerge(ids, clock), tally);
                fill(batch, source, reader);
                batch.store();
                progress.accept(tally.report());
            }
            return tally.report();
        } catch (RuntimeException failure) {
            throw new ImportFailed(tally.report(), failure);
        }
    }

    private static void fill(Batch batch, ImportSource source, RowReader reader) {
        var weight = 0L;
        for (var rows = 0; rows < BATCH_ROWS && weight < BATCH_WEIGHT && source.hasNext(); rows++) {
            switch (source.next()) {
                case ImportRow.Unreadable(var line, var reason) -> batch.reject(new Rejection(line, null, reason));
                case ImportRow.Read row -> {
                    weight += row.weight();
                    batch.add(row, reader);
                }
            }
        }
    }
}
