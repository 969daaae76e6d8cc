package app.prosa.server.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Errors that the server finds by itself, such as a request that is no HTTP, in the same form as
 * all others. Jetty's own words, which may repeat what was sent, go nowhere.
 */
public final class JettyErrors extends ErrorHandler {
    private final Languages languages;

    public JettyErrors(Languages languages) {
        this.languages = languages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback, languages, Patience.DEFAULT);
        ApiErrors.answer(exchange, new Refusal(error(response.getStatus())));
        return true;
    }

    private static ApiError error(int status) {
        return switch (status) {
            case 404 -> ApiError.NOT_FOUND;
            case 505 -> ApiError.BAD_REQUEST;
            case 408 -> ApiError.REQUEST_TIMEOUT;
            case 414, 431 -> ApiError.HEADERS_TOO_LARGE;
            case 503 -> ApiError.STOPPING;
            default -> status < 500 ? ApiError.BAD_REQUEST : ApiError.INTERNAL_ERROR;
        };
    }
}
