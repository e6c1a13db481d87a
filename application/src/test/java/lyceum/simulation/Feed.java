package lyceum.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import lyceum.domain.course.CourseFeed.Change;
import lyceum.domain.course.CourseFeed.Changes;
import lyceum.domain.course.CourseFeed.Position;
import lyceum.domain.course.CourseId;

/** What the store's server answers to those who ask what changed: a part at a time, and from a memory that may be short. */
final class Feed {

    private final Store store;
    private final Host host;
    private final int atOnce;
    private final boolean latestOnly;
    private int forgotten;

    /**
     * @param atOnce how many changes one answer has
     * @param latestOnly whether it tells of each course once, with its version now, as one does who looks at the courses
     */
    Feed(Store store, Host host, int atOnce, boolean latestOnly) {
        this.store = store;
        this.host = host;
        this.atOnce = atOnce;
        this.latestOnly = latestOnly;
    }

    /** Everything up to now is no longer remembered. */
    void forget() {
        forgotten = store.history().size();
    }

    Changes since(long millis) {
        var moment = host.microsWhen(host.millis() - millis);
        var from = store.history().size();
        while (from > 0 && store.history().get(from - 1).at() >= moment) {
            from--;
        }
        return from(from);
    }

    Changes after(Position position) {
        return from(Integer.parseInt(position.text()));
    }

    private Changes from(int position) {
        var begin = Math.max(position, forgotten);
        var end = Math.min(begin + atOnce, store.history().size());
        var changes = told(store.history().subList(begin, end));
        var drained = end == store.history().size();
        return new Changes(changes, new Position(Integer.toString(end)), drained, begin > position);
    }

    private List<Change> told(List<Store.Commit> commits) {
        var all = new ArrayList<Change>();
        var latest = new LinkedHashMap<CourseId, Change>();
        for (var commit : commits) {
            var id = Catalogue.id(commit.course());
            var unknown = commit.told() == Long.MAX_VALUE;
            var version = latestOnly && !unknown ? store.find(commit.course()).version() : commit.told();
            all.add(new Change(id, version));
            latest.merge(id, new Change(id, version), (one, two) -> one.version() > two.version() ? one : two);
        }
        return latestOnly ? List.copyOf(latest.values()) : all;
    }
}
