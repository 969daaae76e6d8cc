package app.prosa.channel.switchboard;

import app.prosa.channel.Inbound;
import app.prosa.testing.GoldenFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What goes over a platform's wire in either direction, compared with what went before: {@code
 * channel/wire/PLATFORM/in} has what the platform tells, as it documents it, and {@code in.txt}
 * what it is to us; {@code out.txt} is what the platform was sent, all of it.
 *
 * @param platform the name of its folder
 */
record WireScenes(String platform, BoardRig rig) {
    private static final String FOLDER = "channel/wire/";

    /**
     * Each file is brought to the program, one after the other.
     *
     * @param bring waits until it is taken in
     * @param heard what came of it
     */
    void in(Consumer<String> bring, Supplier<List<Inbound>> heard) {
        Transcript transcript = new Transcript();
        for (Path file : GoldenFile.in(FOLDER + platform + "/in")) {
            String name = String.valueOf(file.getFileName());
            transcript.begin(name);
            bring.accept(GoldenFile.read(FOLDER + platform + "/in/" + name));
            transcript.inbound(heard.get());
        }
        GoldenFile.check(FOLDER + platform + "/in.txt", transcript.toString());
    }

    /** What is said and done in one scene. */
    record Scene(String title, String answer, Runnable happens) {}

    /**
     * Each scene is played to its end.
     *
     * @param write adds the requests that were made since the last time
     */
    void out(List<Scene> scenes, Consumer<Transcript> write) {
        Transcript transcript = new Transcript();
        for (Scene scene : scenes) {
            transcript.begin("#### " + scene.title());
            if (!scene.answer().isEmpty()) {
                rig.model.answers(scene.answer());
            }
            int before = rig.messages();
            scene.happens().run();
            rig.await(() -> rig.messages() >= before + 2);
            rig.awaitQuiet();
            write.accept(transcript);
        }
        GoldenFile.check(FOLDER + platform + "/out.txt", transcript.toString());
    }

    static String longAnswer() {
        return GoldenFile.read(FOLDER + "long_answer.md");
    }
}
