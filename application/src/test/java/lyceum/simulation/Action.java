package lyceum.simulation;

/** One thing that befalls the world. Times are in milliseconds. */
sealed interface Action {

    /** What a fault is not: schedules of these alone are calm. */
    sealed interface Ordinary extends Action {}

    /** @param maxAge as the request directive of that name; negative for none */
    record Read(int who, int key, int maxAge) implements Ordinary {}

    /** @param known whether the writer knows what to publish */
    record Write(int who, int course, Store.Change change, boolean known) implements Ordinary {}

    record EvictNear(int who, int key) implements Ordinary {}

    enum Reach {
        KEY,
        LISTS,
        PREFIX,
        EVERYTHING
    }

    record Invalidate(int who, Reach reach, int key) implements Ordinary {}

    /** @param counts whether the other program counts versions */
    record ForeignWrite(int course, boolean counts) implements Ordinary {}

    record Pause(int who, long time) implements Action {}

    /** @param time until it is started again */
    record Crash(int who, long time) implements Action {}

    record Cut(int who, Service from, long time) implements Action {}

    record Isolate(int who, long time) implements Action {}

    record Storm(long time, Weather.Sky sky) implements Action {}

    record PauseServer(Service server, long time) implements Action {}

    record EvictFar(int key) implements Action {}

    record ForgetGuards(int key) implements Action {}

    record FlushFar() implements Action {}

    /**
     * The shared tier is restarted and has lost its last writes.
     *
     * @param lost for how long before
     * @param time until it is started again
     */
    record RollBackFar(long lost, long time) implements Action {}

    record TrimLog(int kept) implements Action {}

    record ForgetFeed() implements Action {}
}
