package app.prosa.desktop.shell;

import javafx.animation.AnimationTimer;

/** Tells a benchmark, if it asked, when the window could be seen and when it could be used. */
final class Milestones {
    private static final String ASKED = "prosa.report.firstPaint";

    private Milestones() {}

    /**
     * Runs something when the window, shown just now, has been painted: the second pulse begins
     * only when the first has been drawn.
     */
    static void afterFirstPaint(Runnable action) {
        afterPaint(() -> {
            report("first-paint");
            action.run();
        });
    }

    /** Runs something when what is there now has been painted. */
    static void afterPaint(Runnable action) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == 2) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }

    /** The composer is there and has the keys. */
    static void composer() {
        report("composer");
    }

    static void ready() {
        report("ready");
    }

    private static void report(String name) {
        if (System.getProperty(ASKED) != null) {
            // A benchmark in another process reads it there; the log has another place and form.
            System.out.println(name + " " + System.currentTimeMillis());
        }
    }
}
