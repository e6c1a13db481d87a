package lyceum.domain.course;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What changed in the store, whoever changed it. Every method answers with what there is and waits for nothing; it completes
 * exceptionally with {@link CatalogueUnavailable} if the store cannot be asked, and asking again is always safe.
 */
public interface CourseFeed {

    /** A place between two changes; opaque. */
    record Position(String text) {}

    /** @param version the course's version since; {@link Long#MAX_VALUE} if it does not tell, as after another program's write */
    record Change(CourseId id, long version) {}

    /**
     * @param changes at least one for every course that changed, possibly more than one, and older ones again
     * @param last where to go on
     * @param drained whether every write that was acknowledged before the question was asked is in this answer or in one before
     * @param gap whether changes before these may have been missed
     */
    record Changes(List<Change> changes, Position last, boolean drained, boolean gap) {

        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /** Begins with what was written at most so long ago; it is a gap if the store does not remember for so long. */
    CompletionStage<Changes> since(Duration ago);

    CompletionStage<Changes> after(Position position);
}
