package app.prosa.server;

import app.prosa.settings.hub.HubProblem;
import org.jspecify.annotations.Nullable;

/** The hub cannot start. */
final class HubFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient HubProblem problem;

    HubFailure(HubProblem problem, @Nullable Throwable cause) {
        super(problem.kind() + " " + problem.detail(), cause);
        this.problem = problem;
    }

    HubProblem problem() {
        return problem;
    }
}
