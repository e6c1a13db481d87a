package lyceum.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent;

    @Test
    void isMadeWhereThereIsNone() {
        try (DataFolder folder = DataFolder.open(parent.resolve("a/b"))) {
            assertThat(folder.path()).isDirectory();
        }
    }

    @Test
    void anotherProcessIsToldWhoHasIt() throws Exception {
        try (ChildJvm holder = ChildJvm.run(Holder.class, parent)) {
            assertThat(holder.nextMessage()).isEqualTo("held");

            assertThatThrownBy(() -> DataFolder.open(parent))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("%s is in use by another Lyceum (pid %d)", parent.toRealPath(), holder.pid());

            holder.kill();
            assertThatCode(() -> DataFolder.open(parent).close()).doesNotThrowAnyException();
        }
    }

    @Test
    void aSecondOneInThisProcessIsRefusedWithoutLosingTheLock() throws Exception {
        try (DataFolder _ = DataFolder.open(parent)) {
            assertThatThrownBy(() -> DataFolder.open(parent.resolve("../" + parent.getFileName())))
                    .isInstanceOf(FolderInUse.class);

            try (ChildJvm rival = ChildJvm.run(Holder.class, parent)) {
                assertThat(rival.nextMessage()).startsWith("refused").contains("pid " + ProcessHandle.current().pid());
            }
        }
    }

    @Test
    void isFreeAgainOnceClosed() {
        DataFolder.open(parent).close();

        assertThatCode(() -> DataFolder.open(parent).close()).doesNotThrowAnyException();
    }

    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (DataFolder _ = DataFolder.open(Path.of(arguments[0]))) {
                ChildJvm.tell("held");
                System.in.read();
            } catch (FolderInUse e) {
                ChildJvm.tell("refused: " + e.getMessage());
            }
        }
    }
}
