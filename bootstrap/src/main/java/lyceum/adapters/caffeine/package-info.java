/** The cache tier in this process, made of Caffeine. {@code CaffeineCacheTier} is its door and explains it. */
@NullMarked
package lyceum.adapters.caffeine;

import org.jspecify.annotations.NullMarked;
