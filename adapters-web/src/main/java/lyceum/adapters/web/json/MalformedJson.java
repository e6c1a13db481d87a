package lyceum.adapters.web.json;

/** Bytes that are no JSON text. The message may be shown to whoever sent them. */
public final class MalformedJson extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedJson(String why) {
        super(why, null, false, false);
    }
}
