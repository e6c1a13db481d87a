package lyceum.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerInfoTest {

    @Test
    void figuresThatAServerDoesNotTellAreLeftOut() {
        var stats = ServerInfo.parse("# Memory\r\nused_memory:12\r\nmaxmemory:many\r\nno line\r\n:\r\n").stats(3);
        assertThat(stats.entries()).isEqualTo(3);
        assertThat(stats.bytes()).isEqualTo(12);
        assertThat(stats.evictions()).isZero();
        assertThat(stats.details()).isEmpty();
    }
}
