package app.prosa.server;

import app.prosa.server.access.Access;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.ApiErrors;
import app.prosa.server.http.Dispatch;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Languages;
import app.prosa.server.http.Patience;
import app.prosa.server.http.Refusal;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where every request comes in: looked at, routed, answered, remembered. */
final class Gate extends Handler.Abstract {
    private static final HttpField NO_SNIFFING =
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final int RETRY_SECONDS = 5;

    private final Access access;
    private final Dispatch dispatch;
    private final Languages languages;
    private final Patience patience;
    private final SlowClients slowClients;
    private final Requests requests;
    private volatile boolean stopping;

    Gate(
            Access access,
            Dispatch dispatch,
            Languages languages,
            Patience patience,
            SlowClients slowClients,
            Requests requests) {
        this.access = access;
        this.dispatch = dispatch;
        this.languages = languages;
        this.patience = patience;
        this.slowClients = slowClients;
        this.requests = requests;
    }

    /** From now on every new request is told to come again later. */
    void stopTakingRequests() {
        stopping = true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback, languages, patience);
        slowClients.watch(exchange);
        requests.watch(exchange);
        response.getHeaders().put(NO_SNIFFING);
        try {
            answer(exchange);
        } catch (RuntimeException e) {
            // Refusals and faults alike become HTTP, and faults are logged, in that one place.
            ApiErrors.answer(exchange, e);
        }
        return true;
    }

    private void answer(Exchange exchange) {
        if (stopping) {
            throw new Refusal(ApiError.STOPPING).retryAfter(RETRY_SECONDS);
        }
        if (access.admit(exchange)) {
            dispatch.answer(exchange, access::authorize);
        }
    }
}
