package lyceum.fake;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.domain.course.CourseFeed;

/** What changed in an {@link InMemoryCourseRepository}. Places are numbers of changes; however long ago, it begins with the first. */
public final class InMemoryCourseFeed implements CourseFeed {

    private final InMemoryCourseRepository courses;
    private int forgotten;

    public InMemoryCourseFeed(InMemoryCourseRepository courses) {
        this.courses = courses;
    }

    /** What changed until now. */
    public synchronized void forget() {
        forgotten = courses.changes().size();
    }

    @Override
    public synchronized CompletionStage<Changes> since(Duration ago) {
        return answer(0);
    }

    @Override
    public synchronized CompletionStage<Changes> after(Position position) {
        return answer(position.text().matches("\\d{1,9}") ? Integer.parseInt(position.text()) : -1);
    }

    private CompletionStage<Changes> answer(int place) {
        var all = courses.changes();
        var known = place >= forgotten && place <= all.size();
        var changes = all.subList(known ? place : all.size(), all.size());
        return CompletableFuture.completedStage(
                new Changes(changes, new Position(Integer.toString(all.size())), true, !known));
    }
}
