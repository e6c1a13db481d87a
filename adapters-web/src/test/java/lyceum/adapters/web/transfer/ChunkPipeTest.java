package lyceum.adapters.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ChunkPipeTest {

    private final ChunkPipe pipe = new ChunkPipe();

    private CompletableFuture<Void> writing(int chunks) {
        return CompletableFuture.runAsync(() -> {
            try (pipe.output) {
                for (var i = 0; i < chunks; i++) {
                    pipe.output.write(new byte[1_000]);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void handsEverythingOver() throws Exception {
        var writer = writing(500);
        assertThat(pipe.input.readAllBytes()).hasSize(500_000);
        assertThat(pipe.input.read()).isEqualTo(-1);
        writer.get(5, TimeUnit.SECONDS);
    }

    @Test
    void stopsTheWriterWhenTheReaderGoes() throws Exception {
        var writer = writing(1_000_000);
        assertThat(pipe.input.read(new byte[100], 0, 100)).isEqualTo(100);
        pipe.input.close();
        assertThatThrownBy(() -> writer.get(5, TimeUnit.SECONDS)).hasRootCauseMessage("nobody reads any more");
    }

    @Test
    void tellsTheReaderThatTheWriterFailed() throws Exception {
        pipe.output.write(1);
        pipe.fail(new IllegalStateException("the store is gone"));
        pipe.output.close();
        assertThat(pipe.input.read()).isEqualTo(1);
        assertThatThrownBy(pipe.input::read).isInstanceOf(IOException.class).hasRootCauseMessage("the store is gone");
    }
}
