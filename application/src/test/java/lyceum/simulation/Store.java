package lyceum.simulation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.Content;

/** The source of truth, with its whole history. */
final class Store {

    /** What becomes of a course. */
    enum Change {
        CREATE,
        REPLACE,
        /** To the other category. */
        MOVE,
        DELETE
    }

    /**
     * @param number of this course's changes, from 1
     * @param told the version as the feed tells it
     * @param art whether the list of that category changes
     */
    record Commit(long at, int course, long number, long told, boolean art) {}

    /** A course as one who wants to change it finds it: its category, and whether it has been in the other one as well. */
    record Found(boolean exists, long version, boolean art, boolean moved) {}

    private final Scheduler scheduler;
    private final List<Commit> history = new ArrayList<>();
    private final List<List<Commit>> ofCourse = new ArrayList<>();
    private final boolean[] exists = new boolean[Catalogue.COURSES];
    private final boolean[] art = new boolean[Catalogue.COURSES];
    private final boolean[] moved = new boolean[Catalogue.COURSES];
    private final long[] changes = new long[Catalogue.COURSES];
    private final long[] versions = new long[Catalogue.COURSES];
    private final IdentityHashMap<Content, Sight> sights = new IdentityHashMap<>();

    Store(Scheduler scheduler) {
        this.scheduler = scheduler;
        for (var course = 0; course < Catalogue.COURSES; course++) {
            ofCourse.add(new ArrayList<>());
            exists[course] = course != Catalogue.TO_COME;
            art[course] = Catalogue.inArtAtFirst(course);
            versions[course] = exists[course] ? 1 : 0;
        }
    }

    List<Commit> history() {
        return history;
    }

    Found find(int course) {
        return new Found(exists[course], versions[course], art[course], moved[course]);
    }

    /** @return whether the course was as expected, and so was changed */
    boolean commit(int course, Found expected, Change change) {
        if (!expected.equals(find(course))) {
            return false;
        }
        exists[course] = change != Change.DELETE;
        art[course] ^= change == Change.MOVE;
        moved[course] |= change == Change.MOVE;
        versions[course]++;
        record(course, versions[course], expected.art() || art[course]);
        return true;
    }

    /** By another program, which may know nothing of versions. */
    void foreign(int course, boolean counts) {
        if (exists[course]) {
            versions[course] += counts ? 1 : 0;
            record(course, counts ? versions[course] : Long.MAX_VALUE, art[course]);
        }
    }

    private void record(int course, long told, boolean inArt) {
        changes[course]++;
        var commit = new Commit(scheduler.now(), course, changes[course], told, inArt);
        history.add(commit);
        ofCourse.get(course).add(commit);
    }

    /** What the store shows under a key, to one who began to ask at a time. */
    Content content(int key, long began) {
        var content = Catalogue.list(key) ? present(0) : ofCourse(key);
        sights.put(content, new Sight(began, changes, versions));
        return content;
    }

    private Content ofCourse(int course) {
        return exists[course] ? present(versions[course]) : new Content.Absent(versions[course]);
    }

    /** What a writer publishes who has just made a commit; a deletion leaves the version after the last. */
    Content written(int course) {
        var content = exists[course] ? present(versions[course]) : new Content.Absent(versions[course]);
        sights.put(content, new Sight(scheduler.now(), changes, versions));
        return content;
    }

    private static Content present(long version) {
        return new Content.Present(version, "\"\"", Body.of(new byte[8]));
    }

    Sight sight(Content content) {
        return Objects.requireNonNull(sights.get(content), "content from nowhere");
    }

    long changes(int course) {
        return changes[course];
    }

    /** The number of a course's last change before a moment that what is under a key must show; 0 for none. */
    long dueBefore(int key, int course, long moment) {
        var commits = ofCourse.get(course);
        for (var i = commits.size() - 1; i >= 0; i--) {
            if (commits.get(i).at() < moment && concerns(key, commits.get(i))) {
                return commits.get(i).number();
            }
        }
        return 0;
    }

    /** The number of a course's last change, up to one, that what is under a key must show; 0 for none. */
    long dueUpTo(int key, int course, long number) {
        var commits = ofCourse.get(course);
        for (var i = (int) number - 1; i >= 0; i--) {
            if (concerns(key, commits.get(i))) {
                return i + 1L;
            }
        }
        return 0;
    }

    private static boolean concerns(int key, Commit commit) {
        return key != Catalogue.ART || commit.art();
    }
}
