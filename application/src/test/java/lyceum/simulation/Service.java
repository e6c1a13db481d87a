package lyceum.simulation;

/** What an instance talks to; each can be cut off from it separately. */
enum Service {
    CACHE(250_000),
    LOG(750_000),
    STORE(500_000);

    private final long timeout;

    Service(long timeout) {
        this.timeout = timeout;
    }

    /** For how long a caller waits for an answer, in microseconds. */
    long timeout() {
        return timeout;
    }
}
