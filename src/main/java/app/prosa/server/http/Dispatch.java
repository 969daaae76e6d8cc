package app.prosa.server.http;

import java.util.function.BiConsumer;

/** Brings a request to its endpoint. */
public final class Dispatch {
    private final Router router;

    public Dispatch(Router router) {
        this.router = router;
    }

    /**
     * @param authorize refuses whoever the route is not for
     * @throws Refusal when there is no such route, or as the endpoint says
     */
    public void answer(Exchange exchange, BiConsumer<Exchange, Route.Audience> authorize) {
        Router.Match match = router.find(exchange.method(), exchange.path());
        exchange.route(match);
        authorize.accept(exchange, match.route().audience());
        match.route().endpoint().answer(exchange);
    }
}
