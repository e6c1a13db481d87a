package lyceum.adapters.web;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.Map;

/** The framework's properties on which this module's code relies. */
@ContextConfigurer
public final class ServerDefaults implements ApplicationContextConfigurer {

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.properties(Map.of(
                // The tables in AccessRules are asked by a filter of our own: the framework's costs a public read its speed.
                "micronaut.security.filter.enabled", false,
                "micronaut.security.endpoints.introspection.enabled", false,
                // An import may have any size; what is buffered is limited by LimitBodies.
                "micronaut.server.max-request-size", Long.MAX_VALUE,
                // Compressing on the fly would put other bytes under the same strong entity tag.
                "micronaut.server.netty.compression-threshold", -1,
                "micronaut.server.netty.max-initial-line-length", 8192,
                "micronaut.server.netty.max-header-size", 16384,
                "micronaut.server.log-handled-exceptions", false));
    }
}
