package lyceum.bootstrap.embedded;

/** What Redis gives up when its memory is full. */
public enum EvictionPolicy {
    ALLKEYS_LRU("allkeys-lru"),
    VOLATILE_LRU("volatile-lru");

    private final String directive;

    EvictionPolicy(String directive) {
        this.directive = directive;
    }

    String directive() {
        return directive;
    }
}
