package lyceum.architecture.broken.bootstrap;

import com.github.benmanes.caffeine.cache.Ticker;

record UsesCaffeine(Ticker ticker) {}
