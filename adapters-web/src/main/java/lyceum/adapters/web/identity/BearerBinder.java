package lyceum.adapters.web.identity;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Gives controllers the one whom the filter admitted, and the token. */
@Singleton
final class BearerBinder implements TypedRequestArgumentBinder<Bearer> {

    @Override
    public Argument<Bearer> argumentType() {
        return Argument.of(Bearer.class);
    }

    @Override
    public BindingResult<Bearer> bind(ArgumentConversionContext<Bearer> context, HttpRequest<?> request) {
        return () -> request.getAttribute(AccessFilter.BEARER, Bearer.class);
    }
}
