package lyceum.bootstrap.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder of the embedded servers, held by one process at a time: two of them would ruin each other's files. */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK_FILE = "lock";

    /** POSIX drops a process's lock when the process closes the file anywhere, so a folder held here must not even be opened. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws FolderInUse if another process, or this one, has it open */
    public static DataFolder open(Path folder) {
        try {
            Path path = Files.createDirectories(folder).toRealPath();
            if (!HELD_HERE.add(path)) {
                throw new FolderInUse(path, ProcessHandle.current().pid() + ", this process");
            }
            return locked(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be used", e);
        }
    }

    private static DataFolder locked(Path path) throws IOException {
        try {
            return new DataFolder(path, lock(path));
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(path);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve(LOCK_FILE);
        FileChannel lock = FileChannel.open(file, CREATE, READ, WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new FolderInUse(folder, Files.readString(file));
        }
        leaveTrace(lock);
        return lock;
    }

    /** The system drops the lock with the process; the number only helps whoever meets the lock. */
    private static void leaveTrace(FileChannel lock) throws IOException {
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        lock.truncate(0);
        lock.write(ByteBuffer.wrap(pid), 0);
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
            HELD_HERE.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
