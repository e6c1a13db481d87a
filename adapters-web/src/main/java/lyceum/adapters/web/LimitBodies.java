package lyceum.adapters.web;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;

/** Sets how much of a body the server keeps in memory; what is larger, with or without a length, is answered by 413. */
@Singleton
final class LimitBodies implements BeanCreatedEventListener<HttpServerConfiguration> {

    private final WebOptions options;

    LimitBodies(WebOptions options) {
        this.options = options;
    }

    @Override
    public HttpServerConfiguration onCreated(BeanCreatedEvent<HttpServerConfiguration> event) {
        event.getBean().setMaxRequestBufferSize(options.maxBodyBytes());
        return event.getBean();
    }
}
