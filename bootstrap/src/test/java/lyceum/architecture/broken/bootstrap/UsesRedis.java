package lyceum.architecture.broken.bootstrap;

import io.lettuce.core.RedisClient;

record UsesRedis(RedisClient client) {}
