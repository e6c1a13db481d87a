package lyceum.domain.idempotency;

/** What one is told who is about to carry out a request. */
public sealed interface Turn {

    /**
     * It is his to carry out, until his lease is over.
     *
     * @param seed the same for all who begin this request, one after the other or at once: whoever makes ids from it makes the
     *     ids that those before him made
     * @param number 1 for the first; for all others the request may have been carried out already, in part or in full
     */
    record Begun(String key, String seed, int number) implements Turn {

        public boolean isFirst() {
            return number == 1;
        }
    }

    /** Another is carrying it out. */
    record Running() implements Turn {}

    record Done(Reply reply) implements Turn {}

    /** The key was used for a request of another content. */
    record Other() implements Turn {}
}
