package lyceum.bootstrap.settings;

/** What is wrong with one setting, told without its value where that may be secret. */
public record Problem(String setting, String fault) {

    @Override
    public String toString() {
        return setting + ": " + fault;
    }
}
