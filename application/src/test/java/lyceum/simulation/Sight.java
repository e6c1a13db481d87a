package lyceum.simulation;

import java.util.Arrays;

/** What somebody saw of the store at one moment. Whatever is cached is of one. */
final class Sight {

    private final long began;
    private final long[] changes;
    private final long[] versions;

    /**
     * @param began when the load began, or the commit was made that it is of, in true time
     * @param changes how often each course had been changed
     * @param versions what each course had for a version
     */
    Sight(long began, long[] changes, long[] versions) {
        this.began = began;
        this.changes = changes.clone();
        this.versions = versions.clone();
    }

    long began() {
        return began;
    }

    long changes(int course) {
        return changes[course];
    }

    long version(int course) {
        return versions[course];
    }

    @Override
    public String toString() {
        return Arrays.toString(changes);
    }
}
