package lyceum.adapters.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Optional;

/**
 * Requests that Netty could not decode. They come through all the same, as what could be read of them: part of the header
 * fields, or a made-up path. None may be carried out.
 */
public final class BrokenRequests {

    private BrokenRequests() {}

    public static Optional<Problem> problem(HttpRequest<?> request) {
        if (!(request instanceof NettyHttpRequest<?> netty)
                || !netty.getNativeRequest().decoderResult().isFailure()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (netty.getNativeRequest().decoderResult().cause()) {
                    case TooLongHttpLineException _ -> Problem.of(ProblemType.URI_TOO_LONG);
                    case TooLongHttpHeaderException _ -> Problem.of(ProblemType.HEADERS_TOO_LARGE);
                    default -> Problem.of(ProblemType.BAD_REQUEST, "The request is not HTTP.");
                });
    }
}
