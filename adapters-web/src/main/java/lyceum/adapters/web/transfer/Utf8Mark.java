package lyceum.adapters.web.transfer;

/** The byte order mark that some programs put before UTF-8. */
final class Utf8Mark {

    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    private Utf8Mark() {}

    static void skip(ByteWindow window) {
        for (var i = 0; i < MARK.length; i++) {
            if (window.at(i) != MARK[i]) {
                return;
            }
        }
        window.drop(MARK.length);
    }
}
