package lyceum.simulation;

/** What travels over the network. */
enum Op {
    LOOKUP(Service.CACHE),
    LOOKUP_ALL(Service.CACHE),
    FILL(Service.CACHE),
    RELEASE(Service.CACHE),
    FENCE(Service.CACHE),
    PUBLISH(Service.CACHE),
    LIFT(Service.CACHE),
    INVALIDATE(Service.CACHE),
    TOLD(Service.CACHE),
    INVALIDATE_TAGS(Service.CACHE),
    INVALIDATE_PREFIX(Service.CACHE),
    CLEAR(Service.CACHE),
    CONFIRM(Service.CACHE),
    CONFIRMED_UNTIL(Service.CACHE),
    STATS(Service.CACHE),
    TAIL(Service.LOG),
    LOAD(Service.STORE),
    FIND(Service.STORE),
    COMMIT(Service.STORE),
    FEED(Service.STORE);

    private final Service service;

    Op(Service service) {
        this.service = service;
    }

    Service service() {
        return service;
    }

    /** Nobody notices how often these run in the background; a timeline leaves them out if all went well. */
    boolean routine() {
        return this == CONFIRM || this == FEED || this == TAIL;
    }
}
