package lyceum.bootstrap.embedded;

import java.nio.file.Path;

/** Tells who has the data folder, so that the reader can stop it or choose another folder. */
public final class FolderInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder, String pid) {
        super("The data folder %s is in use by another Lyceum (pid %s): stop it, or give this one a folder of its own with LYCEUM_DATA"
                .formatted(folder, pid.strip()));
    }
}
