package lyceum.architecture.broken.bootstrap;

import io.netty.channel.Channel;

record UsesNetty(Channel channel) {}
